import { en } from '../../src/explain/en.js';
import type { Evaluation } from '../../src/model/evaluation.js';

// Two scripts that are no English: what a catalogue says gets accents, what a pack or a record says gets wide letters.
// A plain letter in an answer was then said by neither.

const plain = 'abcdefghijklmnopqrstuvwxyz';
const accented = 'áƀçđéƒĝĥíĵķĺɱñóþɋŕšŧúṽŵẋýž';

/** A text of a catalogue in the pseudo-language; what is quoted as code stays. `accent('Still needed')` is `⟦Šŧíĺĺ ñééđéđ⟧`. */
export function accent(text: string): string {
  const letter = (one: string) => {
    const other = accented[plain.indexOf(one.toLowerCase())] ?? one;
    return one === one.toLowerCase() ? other : other.toUpperCase();
  };
  return text === '' ? '' : `⟦${text.replace(/`[^`]*`|[A-Za-z]/g, (part) => (part.length > 1 ? part : letter(part)))}⟧`;
}

/** A text of a pack or record in wide letters, of which each is another one and has its capital. `wide('Work')` is `Ｗｏｒｋ`. */
export function wide(text: string): string {
  return text.replace(/[A-Za-z]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
}

/** Texts that stand in an evaluation as a pack or a record has them; ids that are shown go with them. */
const texts = new Set([
  ...['title', 'says', 'asks', 'because', 'titled', 'authority', 'provider', 'length', 'cost', 'short', 'conditions'],
  ...['era', 'href', 'at', 'value', 'governedBy', 'ids', 'missing', 'exception', 'by'],
]);

/** Whether a text with this key is the pack's or the record's. */
export function isText(key: string, owner: object): boolean {
  return texts.has(key) || (key === 'reason' && 'granted' in owner) || (key === 'id' && 'provider' in owner);
}

/** An evaluation, or another answer, with every text of its pack and record in wide letters; `codes` are keys of other answers that hold none. */
export function foreign<Answer = Evaluation>(answer: Answer, codes: readonly string[] = []): Answer {
  return widened(answer, '', {}, codes) as Answer;
}

function widened(value: unknown, key: string, owner: object, codes: readonly string[]): unknown {
  if (typeof value === 'string') return isText(key, owner) && !codes.includes(key) ? wide(value) : value;
  if (Array.isArray(value)) return value.map((each) => widened(each, key, owner, codes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, widened(each, inner, value, codes)]));
}

/** What of the catalogue for explanations only rearranges texts of others. */
export const addNoWord: readonly string[] = ['words.sentence', 'words.unbroken'];

/** A catalogue in the pseudo-language, and the paths of what was said out of it so far. */
export interface Pseudo<T> {
  readonly messages: T;
  readonly said: ReadonlySet<string>;
  /** Every path there is. */
  readonly paths: readonly string[];
}

/**
 * The catalogue with accents, made without knowing it. Functions named `asIs` get texts that others said and add no word.
 * Where all facts are `foreign`, a function that is given a plain text other than a code throws: that text stands outside the catalogue.
 */
export function pseudo<T extends object>(
  catalogue: T,
  { asIs = [], foreign: isForeign = false }: { readonly asIs?: readonly string[]; readonly foreign?: boolean } = {},
): Pseudo<T> {
  const said = new Set<string>();
  const paths: string[] = [];
  const translated = (value: unknown, path: string): unknown => {
    if (typeof value === 'object' && value !== null) {
      const copy = {};
      for (const [key, inner] of Object.entries(value)) {
        const at = path === '' ? key : `${path}.${key}`;
        const made = translated(inner, at);
        const get = () => {
          if (typeof made === 'string') said.add(at);
          return made;
        };
        Object.defineProperty(copy, key, { enumerable: true, get });
      }
      return copy;
    }
    paths.push(path);
    if (typeof value === 'string') return accent(value);
    if (typeof value !== 'function') throw new Error(`${path} is neither a text nor a function`);
    return (...facts: readonly unknown[]) => {
      said.add(path);
      if (asIs.includes(path)) return value(...facts);
      for (const stray of isForeign ? strays(facts) : []) throw new Error(`${path} was given the text “${stray}”`);
      const text = value(...facts);
      return typeof text === 'string' ? accent(text) : text;
    };
  };
  return { messages: translated(catalogue, '') as T, said, paths };
}

/** What may stand among facts in plain letters without a key that says what it is. */
const codes = new Set([
  ...[...Object.keys(en.statuses), 'and', 'or'],
  // Fields that every entry of a list has: the catalogue says what each is.
  ...[
    'started',
    'from',
    'completed',
    'until',
    'issued',
    'expires',
    'taken',
    'given',
    'hours',
    'hoursPerWeek',
    'amount',
  ],
  ...['countedOn', 'duties', 'paid', 'covers', 'of', 'ratings', 'provider', 'score', 'course', 'exam'],
]);
/** Keys of facts that hold titles, besides those of an evaluation. */
const titles = new Set([...texts, 'first', 'elsewhere', 'nearest']);

/** Texts in plain letters among facts, where only packs and records may speak. */
function strays(value: unknown, key?: string): readonly string[] {
  if (typeof value === 'string') {
    const isStray =
      key === undefined ? !codes.has(value) : titles.has(key) || (key === 'reason' && value.includes(' '));
    return isStray && /[A-Za-z]/.test(value) ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => strays(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, each]) => strays(each, inner));
}
