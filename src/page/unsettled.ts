import { bare, day, list, sentence } from '../explain/words.js';
import { type Carried, type PackPath, packValues } from '../lint/pack-values.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { Amount, Cite, DayExpr, NumberExpr, Value } from '../model/value.js';
import { marks } from './cite-marks.js';
import { citedRequirements } from './cited.js';
import { dayWords } from './day-words.js';
import { item, plain, section } from './markdown.js';
import { type Names, namesOf } from './names.js';
import { amountWords, lengthWords, numberWords, stated } from './number-words.js';
import { placeWords } from './place-words.js';
import { editionTitle, type Programme } from './programme.js';
import { boundWords, isStood, type Open, readingWords, type Thing } from './value-words.js';

/** What no source gives, where sources disagree, and what is assumed, in every text of the rules. */
export function unsettledLines({ pack }: Programme): readonly string[] {
  const all = [...values(pack), ...unknownRequirements(pack)];
  const those = (standing: Standing) =>
    grouped(
      all.filter((each) => each.standing === standing),
      pack,
    );
  return [
    ...section(3, 'What no source says', those('notEstablished')),
    ...section(3, 'Where the sources disagree', those('disputed')),
    ...section(3, 'What is assumed, and why', those('assumed')),
  ];
}

type Standing = 'notEstablished' | 'disputed' | 'assumed';

interface Unsettled {
  readonly standing: Standing;
  /** With the marks of readings only. */
  readonly words: string;
  readonly cite: readonly Cite[];
  /** The edition in which it stands; nothing for what belongs to every edition. */
  readonly edition?: Edition | undefined;
}

function values(pack: RulePack): readonly Unsettled[] {
  return packValues(pack)
    .flatMap(insideDated)
    .flatMap(({ path, value, cite }): readonly Unsettled[] => {
      const stood = value as Value<unknown>;
      if (!isStood(stood) || stood.standing === 'dated') return [];
      const edition = path[0] === 'editions' ? pack.editions[Number(path[1])] : undefined;
      const around = edition ?? pack.editions.at(-1);
      if (around === undefined) return [];
      const names = namesOf(pack, around);
      const say = (bareValue: unknown) => anyWords(bareValue, path, names);
      const { about, aspect } = placeWords(pack, path);
      const head = `**${plain(about)}**: ${plain(aspect)}`;
      const own = stood.standing === 'disputed' ? [] : (stood.cite ?? cite);
      return [{ standing: stood.standing, words: `${head}. ${tail(stood, say)}`, cite: own, edition }];
    });
}

/** A value that changed stands for its parts: the values that it had, and the days from which it had them. */
function insideDated(carried: Carried<unknown>): readonly Carried<unknown>[] {
  const stood = carried.value as Value<unknown>;
  if (!isStood(stood) || stood.standing !== 'dated') return [carried];
  return stood.values.flatMap(({ from, value, cite = carried.cite }, i) => [
    ...(from === undefined ? [] : [{ path: [...carried.path, 'values', i, 'from'], value: from, cite }]),
    { path: [...carried.path, 'values', i, 'value'], value, cite },
  ]);
}

function tail(stood: Open<unknown>, say: (value: unknown) => string): string {
  switch (stood.standing) {
    case 'assumed':
      return `Assumed: ${plain(say(stood.value))}, because ${clause(stood.because)}`;
    case 'disputed':
      return `It hangs on the source: ${plain(readingWords(stood, say))}.`;
    case 'notEstablished': {
      const thing: Thing = isDay(stood.atLeast ?? stood.atMost) ? 'day' : 'number';
      const bounds = boundWords(stood, say, thing);
      const known = bounds === '' ? '' : ` It is${bounds.replace(/[()]/g, '')}.`;
      return `${sentence(plain(stood.because))}${plain(known)}`;
    }
  }
}

/** Whether a bound is a day or reckoned from one. */
const isDay = (bound: unknown) =>
  typeof bound === 'string' ||
  (typeof bound === 'object' && bound !== null && 'kind' in bound && !numberKinds.has(bound.kind));

const numberKinds: ReadonlySet<unknown> = new Set<Exclude<NumberExpr, number>['kind']>(['byFact', 'steps']);

const clause = (text: string) => `${plain(bare(text))}.`;

function unknownRequirements(pack: RulePack): readonly Unsettled[] {
  return pack.editions.flatMap((edition) =>
    citedRequirements(edition).flatMap(({ requirement, cite }): readonly Unsettled[] => {
      if (requirement.kind !== 'notEstablished') return [];
      const words = `**${plain(bare(requirement.says))}**: what is asked. ${sentence(plain(requirement.because))}`;
      return [{ standing: 'notEstablished', words, cite, edition }];
    }),
  );
}

/** Each thing once, with the texts in which it stands unless it stands in all. */
function grouped(all: readonly Unsettled[], pack: RulePack): readonly string[] {
  const things = new Map<string, readonly Unsettled[]>();
  for (const each of all) things.set(each.words, [...(things.get(each.words) ?? []), each]);
  return [...things].map(([words, same]) => {
    const editions = [...new Set(same.flatMap(({ edition }) => edition ?? []))];
    const titles = editions.map((edition) => `“${plain(editionTitle(edition))}”`);
    const isSaid = editions.length === 0 || editions.length === pack.editions.length || words.includes(titles.join());
    const cites = marks(same.flatMap(({ cite }) => cite));
    return item(0, isSaid ? words + cites : `${words}${cites} (Only in: ${list(titles)}.)`);
  });
}

/** A bare value of any shape in words. */
export function anyWords(value: unknown, path: PackPath, names: Names): string {
  if (typeof value === 'number' || typeof value === 'boolean') return stated(value);
  if (typeof value === 'string') return path.at(-1) === 'governedBy' ? names.day(value) : day(value);
  if (typeof value !== 'object' || value === null) return '';
  if ('n' in value && 'unit' in value) {
    const amount = value as Amount;
    return typeof amount.n === 'number' ? amountWords(amount.n, amount.unit) : lengthWords(value as never, names);
  }
  if (!('kind' in value)) return '';
  if (value.kind === 'byFact' || value.kind === 'steps') return numberWords(value as NumberExpr, names);
  return dayWords(value as DayExpr, names);
}
