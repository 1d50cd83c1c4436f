import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPack } from '../../src/cli/find-pack.js';
import { paintedText } from '../../src/cli/paint.js';
import { renderEvaluation } from '../../src/cli/render.js';
import { renderComparison } from '../../src/cli/render-comparison.js';
import { renderStanding } from '../../src/cli/render-standing.js';
import { renderTimeline } from '../../src/cli/render-timeline.js';
import { compare } from '../../src/compare.js';
import { compiled } from '../../src/compile/compile.js';
import { readRecord } from '../../src/edge/schema.js';
import { evaluate } from '../../src/evaluate.js';
import { en } from '../../src/explain/en.js';
import { explainPlan, plan } from '../../src/plan.js';
import { standing } from '../../src/standing.js';
import { timeline } from '../../src/timeline.js';

const asOf = '2026-11-22';
const packs = readdirSync('rules').flatMap((id) => {
  const found = existsSync(join('rules', id, 'pack.yaml')) ? findPack(id) : undefined;
  return found?.ok ? [found.pack] : [];
});
const rulesets = packs.map((pack) => compiled(pack));

/** The example records that lie beside a pack. */
function recordsOf(id: string) {
  const folder = join('rules', id, 'records');
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((name) => {
    const read = readRecord(readFileSync(join(folder, name), 'utf8'), name);
    return read.ok ? [{ name, record: read.record }] : [];
  });
}

/** Every command's answer for every record, made once and written at any width. */
const answers = packs.flatMap((pack, i) => {
  const rules = rulesets[i];
  const { citations, id } = pack;
  return recordsOf(id).flatMap(({ name, record }, nth) => {
    const evaluation = evaluate(pack, record, { asOf });
    const stands = standing(pack, record, { asOf });
    const line = timeline(pack, record, { from: '2020-01-01', until: '2030-01-01' });
    const best = explainPlan(plan(pack, record, { asOf, by: 'cost' }));
    const elsewhere = nth === 0 && rules ? compare(record, rulesets, { asOf, of: id }) : undefined;
    const written: Readonly<Record<string, ((width: number) => string) | undefined>> = {
      evaluate: (width) => renderEvaluation(evaluation, { color: false, width }),
      standing: stands && ((width) => renderStanding(stands, { color: false, width }, { citations })),
      timeline: (width) => renderTimeline(line, { color: false, width }, { citations }),
      plan: (width) => paintedText(best, { color: false, width }, en),
      compare: elsewhere && ((width) => renderComparison(elsewhere, { color: false, width })),
    };
    return Object.entries(written).flatMap(([command, write]) =>
      write ? [{ command, what: `${command} ${id}/${name}`, write }] : [],
    );
  });
});

it('the answers of every command are measured', () => {
  expect(packs.length).toBeGreaterThan(9);
  for (const command of ['evaluate', 'standing', 'timeline', 'plan', 'compare']) {
    expect([command, answers.filter((one) => one.command === command).length > 5]).toEqual([command, true]);
  }
});

it.each([100, 80, 60])('no line is wider than %i columns, but for an address that has a line of its own', (width) => {
  const wide = answers.flatMap(({ what, write }) =>
    write(width)
      .split('\n')
      .filter((text) => [...text].length > width && !/^ *https?:\S+$/.test(text))
      .map((text) => `${what}: ${text}`),
  );
  expect(wide).toEqual([]);
});

it('nobody is told anything in the language of the engine', () => {
  const jargon = /\b(unmet|pools?|leaf|nodes?|allocat(ed|ion)|notApplicable|notEstablished)\b/;
  const said = answers.flatMap(({ what, write }) =>
    write(80)
      .split('\n')
      .filter((text) => jargon.test(text) && !text.includes('http'))
      .map((text) => `${what}: ${text}`),
  );
  expect(said).toEqual([]);
});
