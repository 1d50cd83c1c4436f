import { type Document, type ErrorCode, isScalar, type Scalar, visit } from 'yaml';
import type { Fault } from './yaml-bounds.js';

/** What to do about a text that is not YAML, where what is most often wrong is known. */
const remedies: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'close each bracket, and begin what belongs together equally far in, each item of a list with a dash',
  BAD_SCALAR_START: 'put the text into quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a text with `: ` in it needs quotes, and keys of one thing begin equally far in',
  BLOCK_IN_FLOW: 'a text with `: ` in it, or a dash before it, needs quotes inside `{ }` and `[ ]`',
  MISSING_CHAR: 'close each bracket and quote; a text that begins with one needs quotes of the other kind around it',
  MULTILINE_IMPLICIT_KEY: 'a space follows the colon of a key, and a text that goes on begins further in than its key',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN: 'put the text into quotes of the other kind, or close the bracket before it',
};

/** What the reader of YAML says in words of its trade, as it would say it to whoever writes rules; with another remedy where its code has one for something else. */
const plainly: readonly { readonly said: RegExp; readonly found: string; readonly hint?: string }[] = [
  { said: /^All mapping items must start/, found: 'the line begins at another column than those to which it belongs' },
  { said: /^Nested mappings are not allowed/, found: 'a key stands inside a text' },
  { said: /^Implicit keys need to be on/, found: 'no colon with a space behind it follows the key' },
  {
    said: /^Sequence item without - /,
    found: 'an item of a list has no dash, or begins at another column than its list',
    hint: 'begin what belongs together equally far in, each item of a list with a dash',
  },
  { said: /^Missing closing ['"]/, found: 'a quote is opened and not closed' },
  {
    said: /^Unexpected scalar at node end/,
    found: 'text goes on behind a closing quote or bracket',
    hint: 'an apostrophe inside a text in single quotes is written twice, or the text stands in double quotes',
  },
];

/**
 * What the reader of YAML says of a text: of what cannot be read the first only, since what comes behind it mostly follows from it. Of what it only
 * warns of, each line is told.
 */
export function yamlFaults(
  { errors, warnings }: Document.Parsed,
  text: string,
  lineOf: (offset: number) => number,
): readonly Fault[] {
  const [first] = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const seen = new Set<number>();
  return (first === undefined ? warnings : [first]).flatMap(({ message, code, pos: [start] }) => {
    const isFirst = seen.size < seen.add(lineOf(start)).size;
    const offset = code === 'BLOCK_AS_IMPLICIT_KEY' ? keyAfter(text, start) : start;
    const plain = plainly.find(({ said }) => said.test(message));
    const hint = plain?.hint ?? remedies[code];
    const { issue } = unreadable(plain?.found ?? message, offset);
    return isFirst ? [{ issue: hint === undefined ? issue : { ...issue, hint }, offset }] : [];
  });
}

/** Where the next key stands: on the line on which a text begins that goes on in it, or on a later one, at its first character. */
function keyAfter(text: string, start: number): number {
  const colon = /:\s/g;
  colon.lastIndex = start;
  const key = colon.exec(text)?.index ?? start;
  const line = text.lastIndexOf('\n', key) + 1;
  return line <= start ? start : line + text.slice(line).search(/\S/);
}

/** The first sign that stands for what is no UTF-8. */
export function foreignFault(text: string): Fault | undefined {
  const offset = text.indexOf('\u{fffd}');
  if (offset < 0) return undefined;
  const found = 'a character of another encoding, such as Windows-1252';
  return { issue: { code: 'unreadable', path: [], expected: 'UTF-8', found, hint: 'save it as UTF-8' }, offset };
}

/** A text that is not the YAML that is read here; `message` says why, with or without a capital. */
export function unreadable(message: string, offset: number): Fault {
  const found = (message[0] ?? '').toLowerCase() + message.slice(1, 200).replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ');
  return { issue: { code: 'unreadable', path: [], expected: 'YAML', found }, offset };
}

/** Keys that stand twice in one mapping, and aliases of nothing. */
export function nodeFaults(document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return;
      faults.push(unreadable(`the alias *${alias.source} names nothing above it`, alias.range?.[0] ?? 0));
    },
    Map(_, { items }) {
      const seen = new Set<unknown>();
      const keys = items.map(({ key }) => key).filter((key): key is Scalar => isScalar(key));
      // Where a dash was forgotten all keys of the item stand twice.
      const twice = keys.find(({ value }) => seen.size === seen.add(value).size);
      if (twice === undefined) return;
      const { issue, offset } = unreadable(`the key ${String(twice.value)} stands twice`, twice.range?.[0] ?? 0);
      faults.push({
        issue: { ...issue, hint: 'keep one of the two; another item of a list begins with a dash' },
        offset,
      });
    },
  });
  return faults;
}
