/** A value nested so deep that whoever follows it by recursion runs out of stack. */
function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = wrap(value);
  return value;
}

function loop(): unknown {
  const value: Record<string, unknown> = { id: 'loop' };
  value.self = [value];
  return value;
}

class Custom {
  readonly id = 'custom';
}

const big = 'x'.repeat(10_000_000);

/** Values that have broken readers of JSON before, each made only when it is drawn. */
export const nastyValues: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' ',
  () => 0,
  () => -0,
  () => -1,
  () => 0.1 + 0.2,
  () => Number('1e400'),
  () => 5e-324,
  () => 2 ** 53,
  () => Number.NaN,
  () => true,
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => '2026-02-31',
  () => '0000-01-01',
  () => '0001-01-01',
  () => '9999-12-31',
  () => '+010000-01-01',
  () => '2026-1-1',
  () => 'notYet',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => 'hasOwnProperty',
  () => '*',
  () => '\ud800',
  () => '\udc00\ud800',
  () => '\u0000',
  () => '\u001b[2J',
  () => '\u202e\u2066',
  () => '999999999999999999999 hours',
  () => '1e9 hours',
  () => '-5 hours',
  () => '9999 years before applied',
  () => '1 year before 1 year before applied',
  () => 'a'.repeat(300),
  () => '9'.repeat(9_999),
  () => JSON.parse('{"__proto__":{"polluted":true}}'),
  () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  () => ({ toString: 'no function', valueOf: 1 }),
  () => ({ toJSON: () => ({ changed: true }) }),
  () => ({ length: 1e9, 0: 'x' }),
  () => nested(90, (inner) => ({ allOf: [inner] })),
  loop,
  () => new Date(0),
  () => new Map([['id', 1]]),
  () => new Custom(),
  () => new Proxy({}, { get: () => 'x', ownKeys: () => ['id'], getOwnPropertyDescriptor: () => undefined }),
  () => Object.defineProperty({}, 'id', { enumerable: true, configurable: true, get: () => 'got' }),
  () => 10n,
  () => Symbol('s'),
  () => () => 1,
  () => ({ standing: 'dated', values: [] }),
  () => ({ standing: 'disputed', readings: [] }),
  () => ({ kind: 'choose', choose: 3, from: [] }),
  () => ({ readings: [{ value: 1 }] }),
  () => ({ ref: '../../../../etc/passwd' }),
];

/** Values that are broken by their size alone; drawn seldom, since each takes as long as a thousand others. */
export const largeValues: readonly (() => unknown)[] = [
  () => 'a '.repeat(20_000),
  () => big,
  () => nested(10_000, (inner) => [inner]),
  () => nested(10_000, (inner) => ({ unless: inner })),
  () => new Array(2 ** 32 - 1),
  () => Array.from({ length: 9_000 }, (_, i) => ({ id: `i${i}` })),
  () => Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`k${i}`, i])),
];

/** Keys that mean something to a language or to a reader. */
export const nastyKeys: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'then'],
  ...['length', 'kind', 'standing', '<<', '', ' ', '0', '-1', 'id', 'id ', 'ID', '\u0000', '\ud800', '~ids'],
];

/** Pieces of text that mean something to a reader of YAML or JSON. */
export const nastyPieces: readonly string[] = [
  ...['{', '}', '[', ']', ':', ': ', ',', '- ', '? ', '&a ', '*a', '!x ', '!!binary ', '%YAML 9.9\n', '---\n', '...\n'],
  ...[
    '|\n',
    '>\n',
    '"',
    "'",
    '\\',
    '\t',
    '\n',
    '\r\n',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ud800',
    '#',
    '@',
    '`',
  ],
  ...['1e400', '-0', '.inf', '.nan', '0x1F', '0o17', '~', '2026-02-31', '0000-01-01', '"\\ud800"', '"\\u0000"'],
  ...['__proto__: 1\n', '"__proto__": {"polluted": true},', '<<: *a\n', '? [a]\n: 1\n'],
];

/** Whole texts, each of which a careless reader never finishes, or finishes without a place to point at. */
export const nastyTexts: readonly (() => string)[] = [
  () => '',
  () => '\ufeff',
  () => 'null',
  () => '&a [*a, *a]',
  () => `${'x'.repeat(2_000)}: 1`,
  () => '{"a": 1, "a": 2}',
  () => '{"a": 1e400, "b": -0, "c": 123456789012345678901234567890}',
  () => '{"a": "\\ud800", "b": "\\ud83d\\ude00"}',
  () => '{"__proto__": {"polluted": true}}',
  () => 'milestones: { applied: 2026-02-31 }',
];

/** The same, by their size. */
export const largeTexts: readonly (() => string)[] = [
  () => `"${big}"`,
  () => '['.repeat(10_000),
  () => '['.repeat(10_000) + ']'.repeat(10_000),
  () => '{"a":'.repeat(10_000),
  () => '- '.repeat(10_000),
  () => '? '.repeat(10_000),
  () => Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  () => aliasBomb(9, 10),
  () => aliasBomb(60, 2),
  () => `a: &a 1\nb: [${'*a,'.repeat(20_000)}]`,
  () => `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
  () => `{${'"a":1,'.repeat(20_000)}"a":1}`,
  () => `[${'1,'.repeat(20_000)}1]`,
  () => `{"facts":{${Array.from({ length: 9_000 }, (_, i) => `"k${i}":1`).join(',')}}}`,
  () => `[${','.repeat(50_000)}]`,
  () => ']'.repeat(50_000),
  () => '"'.repeat(50_000),
  () => '%a\n'.repeat(30_000),
  () => '#\n'.repeat(30_000),
  () => '---\n'.repeat(10_000),
  () => ': '.repeat(10_000),
  () => '&a '.repeat(10_000),
  () => '! '.repeat(10_000),
  () => `a: ${'"'.repeat(1)}${'b\n'.repeat(50_000)}"`,
  () => `a: |\n${' b\n'.repeat(50_000)}`,
  () => '\n'.repeat(400_000),
  () => ' '.repeat(400_000),
  () => '\t'.repeat(10_000),
];

/** Anchors of lists of aliases of the anchor before: few lines that stand for `width` to the power of `levels`. */
function aliasBomb(levels: number, width: number): string {
  const line = (i: number) => `a${i + 1}: &a${i + 1} [${Array(width).fill(`*a${i}`).join(',')}]`;
  return ['a0: &a0 [x,x]', ...Array.from({ length: levels }, (_, i) => line(i))].join('\n');
}
