import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/edge/parse-record.js';
import { evaluate } from '../../src/evaluate.js';
import { loaded } from '../edge/fixtures.js';
import { largeTexts, largeValues, nastyTexts, nastyValues } from './corpus.js';
import { type Document, record } from './documents.js';
import { hostile } from './hostile.js';
import { type Reader, readers } from './readers.js';

const clear = { code: 'wrongType', path: [], expected: 'a mapping', found: 'x' } as const;

/** The faults of one reader that answers as told. */
function faultsOf(read: Reader['read'], of: Reader['of'] = 'value') {
  const make = (): Document => ({ origin: 'corpus', value: 'x', text: 'x' });
  return hostile({ runs: 1, seed: 1, make, readers: [{ name: 'r', of, read }] }).faults.map(({ what }) => what);
}

describe('hostile input', () => {
  it('is answered, each document by every reader, and clearly', () => {
    const report = hostile({ runs: 1000, seed: 20261122 });
    expect(report.faults).toEqual([]);
    // The documents are no mere noise: each reader accepts some and refuses most.
    for (const { name } of readers()) {
      expect(report.outcomes.get(`${name}: refused`), name).toBeGreaterThan(100);
      if (name !== 'readCases') expect(report.outcomes.get(`${name}: accepted`), name).toBeGreaterThan(0);
    }
  });

  it('of every size and shape in the corpus is refused, but for what is small and right', () => {
    const documents: Document[] = [
      ...[...nastyValues, ...largeValues].map((make): Document => ({ origin: 'corpus', value: make() })),
      ...[...nastyTexts, ...largeTexts].map((make): Document => ({ origin: 'corpus', text: make() })),
    ];
    const make = () => documents.shift() ?? { origin: 'corpus' as const };
    const report = hostile({ runs: documents.length, seed: 1, make });
    expect(report.faults).toEqual([]);
    expect(documents).toEqual([]);
  });
});

describe('the seeds of broken documents', () => {
  it('are whole: the record with every list is one, and is evaluated', () => {
    const result = parseRecord(record);
    expect(result).toMatchObject({ ok: true });
    if (result.ok)
      expect(evaluate(loaded(), result.record, { asOf: '2026-11-22' }).findings.work?.status).toBe('waived');
  });
});

describe('the check of how input is answered', () => {
  it('is content with no issue and with a clear one', () => {
    expect(faultsOf(() => [])).toEqual([]);
    expect(faultsOf(() => [clear])).toEqual([]);
    expect(faultsOf(() => [{ ...clear, line: 1, column: 1 }], 'text')).toEqual([]);
  });

  it.each<[string, Reader['read'], RegExp]>([
    [
      'throws',
      () => {
        throw new TypeError('broken');
      },
      /^threw TypeError: broken/,
    ],
    [
      'sets a key that every object inherits',
      () => {
        Object.assign(Object.prototype, { polluted: 1 });
        return [];
      },
      /prototype/,
    ],
    ['tells of an object', () => [{ ...clear, found: '[object Object]' }], /^not for people/],
    ['hands on what moves a cursor', () => [{ ...clear, found: '\u001b[2J' }], /^not for people/],
    ['tells without end', () => [{ ...clear, hint: 'x'.repeat(2000) }], /without end/],
  ])('notices a reader that %s', (_, read, fault) => {
    try {
      expect(faultsOf(read)).toEqual([expect.stringMatching(fault)]);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
    }
  });

  it('notices an issue of a text without a place', () => {
    expect(faultsOf(() => [clear], 'text')).toEqual([expect.stringMatching(/^without a place/)]);
  });

  it('makes the same documents from the same seed', () => {
    const seen = (seed: number) => {
      const texts: unknown[] = [];
      const read: Reader['read'] = (input) => {
        texts.push(input);
        return [];
      };
      hostile({ runs: 120, seed, readers: [{ name: 'r', of: 'text', read }] });
      return texts;
    };
    expect(seen(7)).toEqual(seen(7));
    expect(seen(7)).not.toEqual(seen(8));
  });
});
