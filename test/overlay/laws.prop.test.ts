import { type Overlay, type Resolution, type RulePack, resolve } from 'certifiable';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settings } from '../laws/arbitrary.js';
import { layerings } from './drawn-layers.js';
import { judged, shown, tableOf } from './oracle.js';

// Law 8: nothing laid over a pack leaves it as it is; independent edits commute; conflicts are always reported; nothing has an order but
// what extends what.

const RUNS = 1500;

interface Layering {
  readonly base: RulePack;
  readonly overlays: readonly Overlay[];
}

const resolved = ({ base, overlays }: Layering): Resolution => resolve(base, overlays);

it('resolve comes to what an oracle finds by trying edits one by one and in pairs', () => {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  fc.assert(
    fc.property(layerings, (layering) => {
      const verdict = judged(layering.base, layering.overlays);
      const resolution = resolved(layering);
      expect(resolution.ok).toBe(verdict.ok);
      if (resolution.ok) {
        count(`resolved, ${layering.overlays.length} layers`);
        expect(shown(tableOf(resolution.pack))).toBe(verdict.table && shown(verdict.table));
        return;
      }
      for (const { code } of resolution.conflicts) count(code);
      const plain = layering.overlays.filter((each) => each.extends.id === layering.base.id).map(({ id }) => id);
      const own = resolution.conflicts.filter(({ layers }) => plain.includes(layers[0]));
      const failing = own
        .filter(({ code }) => code !== 'collides' && code !== 'leavesTooFew')
        .map(({ layers }) => layers[0]);
      const colliding = own
        .filter(({ code, layers }) => code === 'collides' && plain.includes(layers[1]))
        .map(({ layers }) => layers.join(' '));
      expect([...new Set(failing)].sort()).toEqual(verdict.failing);
      expect([...new Set(colliding)].sort()).toEqual(verdict.colliding);
    }),
    settings(RUNS),
  );
  process.stdout.write(`${JSON.stringify(Object.fromEntries([...counts].sort()))}\n`);
  for (const outcome of [
    'resolved, 2 layers',
    'hitsNothing',
    'notExpected',
    'changesNothing',
    'alreadyThere',
    'collides',
  ]) {
    expect([outcome, (counts.get(outcome) ?? 0) > 10]).toEqual([outcome, true]);
  }
});

it('neither overlays nor edits nor editions that are named have an order', () => {
  fc.assert(
    fc.property(layerings, ({ base, overlays }) => {
      const turned = overlays.toReversed().map((overlay) => ({
        ...overlay,
        edits: overlay.edits
          .toReversed()
          .map((edit) => ({ ...edit, ...(edit.in && edit.in !== 'all' && { in: edit.in.toReversed() }) })),
      }));
      expect(resolved({ base, overlays: turned })).toEqual(resolved({ base, overlays }));
    }),
    settings(RUNS),
  );
});

it('layers that do not conflict may be laid one after the other, in any order that their bases allow', () => {
  let several = 0;
  fc.assert(
    fc.property(layerings, ({ base, overlays }) => {
      const whole = resolved({ base, overlays });
      if (!whole.ok) return;
      for (const order of [overlays, overlays.toReversed()]) {
        const isBuilt = order.every(
          ({ extends: { id } }, index) => id === base.id || order.slice(0, index).some((each) => each.id === id),
        );
        if (!isBuilt) continue;
        const stacked = order.reduce<Resolution>(
          (below, overlay) => (below.ok ? resolved({ base: below.pack, overlays: [overlay] }) : below),
          { ok: true, pack: base },
        );
        // One of two layers may take away for a moment what the other gives back.
        const isFewForNow = !stacked.ok && stacked.conflicts.every(({ code }) => code === 'leavesTooFew');
        if (!isFewForNow) expect(stacked).toEqual(whole);
        several += overlays.length > 1 && stacked.ok ? 1 : 0;
      }
    }),
    settings(RUNS),
  );
  expect(several).toBeGreaterThan(50);
});

it('nothing laid over a pack leaves it as it is, and nothing is changed in place', () => {
  fc.assert(
    fc.property(layerings, ({ base, overlays }) => {
      const before = JSON.stringify([base, overlays]);
      resolved({ base, overlays });
      expect(JSON.stringify([base, overlays])).toBe(before);
      expect(resolve(base, [])).toEqual({ ok: true, pack: base });
    }),
    settings(300),
  );
});
