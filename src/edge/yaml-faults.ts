import { type Document, isScalar, type Scalar, visit } from 'yaml';
import type { Fault } from './yaml-bounds.js';

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
