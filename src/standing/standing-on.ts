import { some, type Truth, YES } from '../match/truth.js';
import type { Standing, StandingRow } from '../model/standing.js';
import type { Asked, JudgedStage } from '../stages.js';
import { type Choice, choicesIn, type Ground, holds, type Possible } from './conditions.js';
import { statusesOf } from './conditions-stage.js';
import { type Terms, termsOf } from './terms.js';
import { phasesOn } from './terms-phases.js';

/** Where a person stands on a day. */
export interface Standings {
  readonly is: Standing | 'unknown';
  /** The row that holds; absent where it is not known. */
  readonly row?: StandingRow;
  /** The rows that may hold, in their order; one where it is known. */
  readonly mayBe: readonly StandingRow[];
  /** What would tell; `stage:<id>` is whatever that stage asks. */
  readonly asks: readonly string[];
  readonly terms: ReadonlyMap<string, Terms>;
}

/** The first row that holds. Where another may hold before it, and is another standing, it is not known which. `undefined` without a table. */
export function standingOn(
  asked: Asked,
  judged: readonly JudgedStage[],
  terms = termsOf(asked.ruleset, asked.record, asked.asOf),
): Standings | undefined {
  const { standings } = asked.ruleset.pack;
  if (!standings) return undefined;
  const possible: Possible = new Map<string, { values: readonly string[]; asks: readonly string[] }>([
    ...[...terms].map(([id, each]) => [`terms.${id}`, phasesOn(each, asked.asOf)] as const),
    ...judged.map((stage) => [`stages.${stage.id}`, statusesOf(stage)] as const),
  ]);
  const { rows, asks } = rowsFrom(0, standings, { asked, judged, possible }, 0);
  const mayBe = standings.filter((_, i) => rows.has(i));
  const last = mayBe.at(-1);
  // Several rows of one standing: the last of them holds if no other does, and says nothing that is not so.
  if (last && areOne(mayBe)) return { is: last.is, row: last, mayBe: [last], asks: [], terms };
  return { is: 'unknown', mayBe, asks: [...asks], terms };
}

const areOne = (rows: readonly StandingRow[]) => rows.every(({ is }) => is === rows[0]?.is);

interface Found {
  readonly rows: ReadonlySet<number>;
  readonly asks: ReadonlySet<string>;
}

/**
 * The rows that may hold, from one on. Where it is open in which phase or with which status, both are looked at: what a row asks for is then so in one
 * case and not so in the other, for this row and for all that follow.
 */
function rowsFrom(at: number, table: readonly StandingRow[], ground: Ground, depth: number): Found {
  const rows = new Set<number>();
  const asks = new Set<string>();
  for (let i = at; i < table.length; i++) {
    const row = table[i];
    const { truth, asks: open } = row ? truthOf(row, ground) : YES;
    if (truth === 'no') continue;
    const choice = truth === 'unknown' && depth < MOST_CHOICES ? openChoice(row, ground) : undefined;
    if (choice) {
      const cases = split(choice, ground).map((each) => rowsFrom(i, table, each, depth + 1));
      const told = new Set(cases.flatMap((each) => [...each.rows]));
      const matters = !areOne(table.filter((_, each) => told.has(each) || rows.has(each)));
      const own = matters ? (ground.possible.get(choice.of)?.asks ?? []) : [];
      return {
        rows: new Set([...rows, ...told]),
        asks: new Set([...asks, ...own, ...cases.flatMap((each) => [...each.asks])]),
      };
    }
    rows.add(i);
    if (truth === 'yes') break;
    for (const ask of open) asks.add(ask);
  }
  return { rows, asks };
}

/** A table that leaves more open than this is looked at row by row from there on. */
const MOST_CHOICES = 10;

function truthOf({ when }: StandingRow, ground: Ground): Truth {
  return when ? some(when.map((each) => holds(each, ground))) : YES;
}

/** A phase or a status on which a row hangs and that may or may not be what it asks for. */
function openChoice(row: StandingRow | undefined, { possible }: Ground): Choice | undefined {
  return row?.when?.flatMap(choicesIn).find(({ of, wanted }) => {
    const { values } = possible.get(of) ?? { values: [] };
    return values.some((value) => wanted.includes(value)) && values.some((value) => !wanted.includes(value));
  });
}

/** The same with what a row asks for, and without. */
function split({ of, wanted }: Choice, ground: Ground): readonly Ground[] {
  const { values, asks } = ground.possible.get(of) ?? { values: [], asks: [] };
  return [true, false].map((isSo) => {
    const left = values.filter((value) => wanted.includes(value) === isSo);
    return { ...ground, possible: new Map([...ground.possible, [of, { values: left, asks }]]) };
  });
}
