import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { plain } from '../../src/edge/plain.js';

/** What is wrong with a value, a line for each issue. */
function wrong(input: unknown): readonly string[] {
  const result = plain(input);
  return result.ok ? [] : result.issues.map((issue) => `${issue.path.join('.')}: ${issueText(issue)}`);
}

describe('plain data', () => {
  it('is copied as it is, and shares nothing', () => {
    const input = { a: [1, 'x', true, null, { b: -2.5 }], id: 'constructor' };
    const result = plain(input);
    expect(result).toEqual({ ok: true, value: input });
    if (result.ok) expect((result.value as typeof input).a).not.toBe(input.a);
  });

  it('may come from another realm, and may have no prototype', () => {
    expect(plain(runInNewContext('({ a: [{ b: 1 }] })'))).toEqual({ ok: true, value: { a: [{ b: 1 }] } });
    expect(plain(Object.assign(Object.create(null), { a: 1 }))).toEqual({ ok: true, value: { a: 1 } });
  });

  it('may name one thing in several places', () => {
    const one = { x: 1 };
    expect(plain([one, one])).toEqual({ ok: true, value: [{ x: 1 }, { x: 1 }] });
  });

  it('takes nothing that an object inherits', () => {
    expect(plain(Object.create(Object.assign(Object.create(null), { title: 'inherited' })))).toEqual({
      ok: true,
      value: {},
    });
  });
});

describe('what is no plain data is refused in its place', () => {
  class Custom {}
  it.each([
    ['a date', new Date(0), 'an object with a class'],
    ['a map', new Map(), 'an object with a class'],
    ['an instance', new Custom(), 'an object with a class'],
    ['a boxed text', Object('text'), 'an object with a class'],
    ['a big integer', 1n, 'a bigint'],
    ['a symbol', Symbol('s'), 'a symbol'],
    ['a function', () => 1, 'a function'],
  ])('%s', (_, value, found) => {
    expect(wrong({ list: ['x', value] })).toEqual([
      `list.1: \`list\` is no plain data, found \`${found}\`; pass what \`JSON.parse\` gives`,
    ]);
  });

  it('a getter, which is not run', () => {
    let runs = 0;
    const input = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        runs += 1;
        return 1;
      },
    });
    expect(wrong(input)[0]).toMatch(/^a: `a` is no plain data, found `a getter`/);
    expect(runs).toBe(0);
  });

  it('a key that is a symbol', () => {
    expect(wrong({ [Symbol.toStringTag]: 'Array' })[0]).toMatch(/found `a symbol`/);
  });

  it('a proxy that throws', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(wrong({ a: hostile })[0]).toMatch(/found `an object that cannot be read`/);
  });

  it('a proxy that answers otherwise each time is asked once for each value', () => {
    let asked = 0;
    const hostile = new Proxy(
      { a: 1 },
      {
        getOwnPropertyDescriptor: () => {
          asked += 1;
          return { value: asked < 3 ? 'text' : () => 'method', enumerable: true, configurable: true };
        },
      },
    );
    const result = plain(hostile);
    expect(result).toEqual({ ok: true, value: { a: 'text' } });
  });

  it('a key that every object has', () => {
    const input = JSON.parse('{ "facts": { "__proto__": { "polluted": true } } }');
    expect(wrong(input)).toEqual(['facts.__proto__: `__proto__` is not a key that may stand here; leave it out']);
    expect(wrong([{ toString: 1, valueOf: 'x' }])).toEqual([
      '0.toString: `toString` is not a key that may stand here; leave it out',
      '0.valueOf: `valueOf` is not a key that may stand here; leave it out',
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('what contains itself', () => {
    const loop: { in: unknown[] } = { in: [] };
    loop.in.push({ again: loop });
    expect(wrong(loop)).toEqual(['in.0.again: `again` is defined by itself']);
  });

  it.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [2 ** 53, '9007199254740992'],
    [-0, '-0'],
    [5e-324, '5e-324'],
  ])('the number %d', (n, found) => {
    expect(wrong([n])[0]).toContain(`found \`${found}\``);
    expect(wrong([Number.MAX_SAFE_INTEGER, 0, 1e-6])).toEqual([]);
  });

  it.each(['\ud800', 'a\udc00b', '\u0000', '\u001b[31m', '\u0085'])('the text %j', (text) => {
    expect(wrong([text])[0]).toMatch(/has control characters or half a character in it/);
    expect(wrong([text])[0]).not.toMatch(/\p{Cc}|\p{Cs}/u);
    expect(wrong({ [text]: 1 })[0]).toMatch(/has control characters or half a character in it/);
    expect(wrong(['tab\t, line\r\n, 😀 and é'])).toEqual([]);
  });
});

describe('what is too much is refused', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  it('in depth, however deep', () => {
    expect(wrong(nested(100))).toEqual([]);
    expect(wrong(nested(101))).toHaveLength(1);
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i += 1) deep = { a: deep };
    expect(wrong(deep)[0]).toMatch(/stand too deep/);
  });

  it.each([
    ['entries of a list', Array(10_000).fill(0), Array(10_001).fill(0), /at most 10000 entries/],
    ['entries of a list with holes', [], Array(2 ** 31), /at most 10000 entries/],
    [
      'keys',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 0])),
      Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`k${i}`, 0])),
      /at most 10000 entries/,
    ],
    ['values', Array(3).fill(Array(9_998).fill(0)), Array(3).fill(Array(9_999).fill([])), /at most 30000 values/],
    ['characters of a text', 'x'.repeat(10_000), 'x'.repeat(10_001), /at most 10000 characters, found `10001`/],
    ['characters of a key', { ['k'.repeat(200)]: 1 }, { ['k'.repeat(201)]: 1 }, /at most 200 characters, found `201`/],
  ])('in %s', (_, most, more, message) => {
    expect(wrong(most)).toEqual([]);
    expect(wrong(more)).toEqual([expect.stringMatching(message)]);
  });

  it('in references that multiply', () => {
    let value: unknown = 'x';
    for (let i = 0; i < 30; i += 1) value = [value, value];
    expect(wrong(value)).toEqual([expect.stringMatching(/at most 30000 values/)]);
  });
});
