import { parsePack } from 'certifiable/schema';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../../src/cli/folders.js';
import { readCases } from '../../src/edge/read-cases.js';
import { readPack } from '../../src/edge/read-pack.js';
import { evaluate } from '../../src/evaluate.js';
import type { Evaluation } from '../../src/model/evaluation.js';
import type { RulePack } from '../../src/model/pack.js';
import { withTables } from '../edge/fixtures.js';
import { declaredIds, type Other, prefixed, renamed, renamedPack, renamedRecord, reversed } from './rename.js';

const files = filesOf('rules/lssc');
const { cases } = readCases(files);

function lssc(): RulePack {
  const read = readPack(files, withTables);
  if (!read.ok) throw new Error('LSSC does not load');
  return read.pack;
}

const pack = lssc();
/** Every status of an answer with its reason, under the ids of the renamed pack or, if they are that already, as they are. */
function statuses(evaluation: Evaluation, name: (id: string) => string) {
  const told = Object.entries(evaluation.findings).map(([id, { status, reason }]): [string, string] => [
    name(id),
    `${status} ${reason ?? ''}`,
  ]);
  const stages = Object.entries(evaluation.stages).map(([id, { status }]): [string, string] => [name(id), status]);
  const sets = Object.entries(evaluation.sets).map(([id, { status }]): [string, string] => [name(id), status]);
  return {
    status: evaluation.status,
    mainStage: name(evaluation.mainStage),
    findings: Object.fromEntries(told),
    stages: Object.fromEntries(stages),
    sets: Object.fromEntries(sets),
  };
}

const packs = new Map([prefixed, reversed].map((other) => [other, renamedPack(pack, other)]));

/** The statuses of a case under its own ids, called as under the others, and under those. */
function both({ record, asOf }: (typeof cases)[number], other: Other) {
  const own = statuses(evaluate(pack, record, { asOf }), (id) => renamed(id, other));
  const under = evaluate(packs.get(other) ?? pack, renamedRecord(record, pack, other), { asOf });
  return { own, under: statuses(under, (id) => id) };
}

describe.each([
  ['with a letter before each word', prefixed],
  ['with each word backwards', reversed],
])('LSSC under other ids, %s,', (_, other) => {
  const renamedLssc = renamedPack(pack, other);

  it('has not one of its own left', () => {
    const [before, after] = [declaredIds(pack), declaredIds(renamedLssc)];
    const left = new Set(Object.values(before).flat());
    for (const [what, list] of Object.entries(before)) {
      expect([...(after[what] ?? [])].sort(), what).toEqual(list.map((id) => renamed(id, other)).sort());
      // LSSC has some of each.
      expect(list.length, what).toBeGreaterThan(0);
    }
    const kept = Object.values(after)
      .flat()
      .filter((id) => left.has(id));
    expect(kept).toEqual([]);
    expect(left.size).toBeGreaterThan(200);
  });

  it('is a pack in which every name is declared', () => {
    expect(parsePack(JSON.parse(JSON.stringify(renamedLssc)))).toEqual({ ok: true, pack: renamedLssc });
  });

  it('gives other statuses where a record keeps the old ids', () => {
    const some = cases.filter((_, index) => index % 10 === 0);
    const differ = some.filter(({ record, asOf }) => {
      const kept = statuses(evaluate(renamedLssc, record, { asOf }), (id) => id);
      const own = statuses(evaluate(pack, record, { asOf }), (id) => renamed(id, other));
      return JSON.stringify(kept) !== JSON.stringify(own);
    });
    expect(differ.length).toBeGreaterThan(some.length / 2);
  });
});

describe('in all cases', () => {
  it('every status and every reason is as it was, if the ids keep their order', () => {
    const seen = new Set<string>();
    for (const each of cases) {
      const { own, under } = both(each, prefixed);
      expect(under, each.name).toEqual(own);
      for (const told of Object.values(own.findings)) seen.add(told);
    }
    expect(cases.length).toBeGreaterThan(150);
    expect(seen.size).toBeGreaterThan(15);
  });

  it('so is every status of a stage, and how many requirements have which, if they have another order', () => {
    // What could serve any of several sets is shown for one of them, and the order of the ids says for which.
    const counted = (findings: Readonly<Record<string, string>>) => Object.values(findings).sort();
    for (const each of cases) {
      const { own, under } = both(each, reversed);
      expect({ status: under.status, stages: under.stages }, each.name).toEqual({
        status: own.status,
        stages: own.stages,
      });
      expect(counted(under.findings), each.name).toEqual(counted(own.findings));
    }
  });
});
