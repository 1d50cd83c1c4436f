import { type Document, type ErrorCode, isScalar, type Scalar, visit } from 'yaml';
import type { Fault } from './yaml-bounds.js';

/** What to do about a text that is not YAML, where what is most often wrong is known. */
const remedies: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'close each bracket, and begin what belongs together equally far in',
  BAD_SCALAR_START: 'put the text into quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a text with `: ` in it needs quotes, and keys of one thing begin equally far in',
  BLOCK_IN_FLOW: 'a text with `: ` in it, or a dash before it, needs quotes inside `{ }` and `[ ]`',
  MISSING_CHAR: 'close each bracket and quote; a text that begins with one needs quotes of the other kind around it',
  MULTILINE_IMPLICIT_KEY: 'a space follows the colon of a key, and a text that goes on begins further in than its key',
  TAB_AS_INDENT: 'indent with spaces',
  UNEXPECTED_TOKEN: 'put the text into quotes, or close the bracket before it',
};

/** What the reader of YAML says of a text, of each line the first only, since what comes behind it mostly follows from it. */
export function yamlFaults(document: Document.Parsed, lineOf: (offset: number) => number): readonly Fault[] {
  const seen = new Set<number>();
  return [...document.errors, ...document.warnings].flatMap(({ message, code, pos: [offset] }) => {
    const isFirst = seen.size < seen.add(lineOf(offset)).size;
    const remedy = remedies[code];
    const { issue } = unreadable(message, offset);
    return isFirst ? [{ issue: remedy === undefined ? issue : { ...issue, hint: remedy }, offset }] : [];
  });
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
      for (const { value, range } of keys) {
        if (seen.has(value)) faults.push(unreadable('map keys must be unique', range?.[0] ?? 0));
        seen.add(value);
      }
    },
  });
  return faults;
}
