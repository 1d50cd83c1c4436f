import { describe, expect, it } from 'vitest';
import { issueText } from '../../src/edge/issues.js';
import { readYaml } from '../../src/edge/yaml.js';

function data(text: string): unknown {
  const read = readYaml(text, 'a.yaml');
  return read.ok ? read.value.data : read.issues.map((issue) => `${issue.line}:${issue.column} ${issueText(issue)}`);
}

describe('reading YAML', () => {
  it('leaves days, months and fractions as text', () => {
    expect(data('a: 2026-11-22\nb: 2026-11\nc: 5/6\nd: 1.0.0')).toEqual({
      a: '2026-11-22',
      b: '2026-11',
      c: '5/6',
      d: '1.0.0',
    });
  });

  it('knows only the words of YAML 1.2', () => {
    expect(data('[yes, no, on, true, 1, 0.5, ~]')).toEqual(['yes', 'no', 'on', true, 1, 0.5, null]);
  });

  it('reads JSON, long lines included', () => {
    const value = { list: Array.from({ length: 2000 }, (_, i) => ({ id: `x${i}`, n: i })) };
    expect(data(JSON.stringify(value))).toEqual(value);
  });

  it('does not merge keys', () => {
    expect(data('a: &a { x: 1 }\nb: { <<: *a }')).toEqual({ a: { x: 1 }, b: { '<<': { x: 1 } } });
  });

  it('touches no prototype', () => {
    expect(data('a: { __proto__: { polluted: true } }')).toEqual([
      '1:6 `__proto__` is not a key that may stand here; leave it out',
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    [
      'a key given twice',
      'a: 1\na: 2',
      '2:1 expected YAML, but it cannot be read: the key a stands twice; keep one of the two; another item of a list begins with a dash',
    ],
    ['a tag', 'a: !x 1', '1:4 expected YAML, but it cannot be read: unresolved tag: !x'],
    ['an alias of nothing', 'a: *x', '1:4 expected YAML, but it cannot be read: the alias *x names nothing above it'],
    ['a key that is no text', '? [a]\n: 1', /2|1:3 .*keys must be strings/],
    ['two documents', 'a: 1\n---\nb: 2', /2:1 .*multiple documents/],
    ['a broken list', 'a: [1, 2', /1:\d .*cannot be read/],
  ])('refuses %s', (_, text, message) => {
    const [first] = data(text) as readonly string[];
    if (typeof message === 'string') expect(first).toBe(message);
    else expect(first).toMatch(message);
  });

  it.each([
    ['a colon in a text', 'says: Ten hours: of reading', /1:7 .*; a text with `: ` in it needs quotes/],
    ['a colon without a space', 'a: 1\ntitle:Reader\nb: 2', /2:1 .*; a space follows the colon of a key/],
    ['a tab', 'a:\n\tb: 1\n\tc: 2\nd: 3', /2:1 .*; indent with spaces$/],
    ['a key too far in', 'a: one\n   b: 2\nc: 3', /2:4 .*; a text with `: ` in it needs quotes, and keys/],
    ['quotes of a word processor', 'a: { b: “when: now” }', /1:9 .*; a text with `: ` in it, .* needs quotes/],
    ['a bracket that is not closed', 'a: [1, 2', /; close each bracket, and begin/],
    [
      'another encoding',
      new TextDecoder().decode(Buffer.from('a: 1\nb: caf\xe9', 'latin1')),
      /^2:7 expected UTF-8, .* Windows-1252; save it as UTF-8$/,
    ],
  ])('says what to do about %s, and nothing of what follows from it', (_, text, message) => {
    const [told, ...more] = data(text) as readonly string[];
    expect(told).toMatch(message);
    expect(more).toEqual([]);
  });

  it('refuses a few lines that stand for millions', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`);
    expect(data(`a0: &a0 [x,x,x]\n${levels.join('\n')}`)).toEqual([
      '1:1 expected YAML, but it cannot be read: its aliases stand for too much',
    ]);
  });

  it.each([
    ['brackets', '['.repeat(50_000), '1:101'],
    ['brackets with brackets in text', '["]",\n'.repeat(50_000), '101:1'],
    ['brackets that are closed', `${'['.repeat(101)}${']'.repeat(101)}`, '1:101'],
    ['dashes', '- '.repeat(50_000), '1:801'],
    ['question marks', '? '.repeat(50_000), '1:801'],
    ['indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), '402:1'],
    ['lines, less deep than that', Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), '101:101'],
  ])('refuses what is nested too deep: %s', (_, text, place) => {
    expect(data(text)).toEqual([`${place} lists and mappings stand too deep inside one another`]);
  });

  it.each([
    ['a text', 'a'.repeat(500_001), /^1:1 the whole is too long, expected at most 500000 characters, found `500001`; /],
    [
      'words and signs',
      '- a\n'.repeat(90_000),
      /^10000:4 the whole holds too much, expected at most 50000 words and signs; /,
    ],
    ['aliases', `- &a 1\n${'- *a\n'.repeat(300)}`, /^201:3 .* at most 200 anchors, aliases and tags; /],
    ['entries', `a: [${'1,'.repeat(10_001)}]`, /^1:4 `a` holds too much, expected at most 10000 entries; /],
    [
      'one value',
      `a:\n  b: ${'x'.repeat(10_001)}`,
      /^2:6 `b` is too long, expected at most 10000 characters, found `10001`; /,
    ],
    [
      'one key',
      `a:\n  ? ${'x'.repeat(201)}\n  : 1`,
      /^2:3 `x+\.\.\.` is too long, expected at most 200 characters, found `201`; /,
    ],
    [
      'values by aliases',
      `a: &a [${'1,'.repeat(5000)}]\n${Array.from({ length: 11 }, (_, i) => `k${i}: *a\n`).join('')}`,
      /at most 30000 values; /,
    ],
  ])('refuses too much of %s', (_, text, message) => {
    const [first, ...rest] = data(text) as readonly string[];
    expect(first).toMatch(message);
    expect(rest).toEqual([]);
  });

  it.each([
    ['1e400', '2:6 `b` must be a number, found `Infinity`'],
    [
      '12345678901234567890',
      '2:6 `b` must be a number of at most 15 digits before the point, found `12345678901234567000`',
    ],
    ['-0', '2:6 `b` must be a number, found `-0`; write `0`'],
    ['.nan', '2:6 `b` must be a number, found `NaN`'],
    ['"\\ud800"', /^2:6 `\\ud800` has control characters or half a character in it; /],
    ['"\\u001b[31m"', /^2:6 .* has control characters/],
  ])('refuses %s', (written, message) => {
    const issues = data(`a: 1\n"b": ${written}`) as readonly string[];
    expect(issues).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)]);
  });

  it.each([
    ['[1,,2]', '1:4 expected YAML, but it cannot be read: a comma follows nothing'],
    ['{ , a: 1 }', '1:3 expected YAML, but it cannot be read: a comma follows nothing'],
    [`"a" 'b'`, '1:5 expected YAML, but it cannot be read: two texts in quotes follow each other'],
    ['a: ]', '1:4 expected YAML, but it cannot be read: a bracket closes nothing'],
  ])('refuses %s at the sign that is out of place', (text, message) => {
    expect(data(text)).toEqual([message]);
  });

  it('reads signs in texts as text', () => {
    expect(
      data(
        `- a, b\n- "x"\n- 'y'\n- |\n  "a" "b"\n  ,, ]\n- >\n  'c' 'd'\n- { "k": "v", 'l': [ "m", 'n', ] }\n- it's "so"`,
      ),
    ).toEqual(['a, b', 'x', 'y', '"a" "b"\n,, ]\n', "'c' 'd'\n", { k: 'v', l: ['m', 'n'] }, `it's "so"`]);
  });

  it('reads a character that is written in two halves', () => {
    expect(data('"\\ud83d\\ude00"')).toBe('😀');
  });

  it('reads JSON with tabs, and tells of a key given twice in it', () => {
    expect(data(JSON.stringify({ a: [1, { b: 2 }] }, null, '\t'))).toEqual({ a: [1, { b: 2 }] });
    expect(data('{\n  "a": 1,\n  "b": 2, "a": 3\n}')).toEqual([
      '3:11 expected YAML, but it cannot be read: the key a stands twice; keep one of the two; another item of a list begins with a dash',
    ]);
  });

  it('refuses an alias inside its own anchor', () => {
    expect(data('a: &a\n  - *a')).toEqual(['2:5 `a` is defined by itself']);
  });

  it('tells 500 problems and how many more there are', () => {
    const issues = data(Array.from({ length: 600 }, () => '- { a: 1, a: 2 }').join('\n')) as readonly string[];
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)).toMatch(/further problems are not listed: `100`/);
  });

  it('reads a mapping of very many keys, and finds each', () => {
    const read = readYaml(Array.from({ length: 6_000 }, (_, i) => `k${i}: 1`).join('\n'), 'a.yaml');
    if (!read.ok) throw new Error(read.issues.map((issue) => issueText(issue)).join('\n'));
    expect([0, 5_999].map((i) => read.value.at([`k${i}`]).line)).toEqual([1, 6_000]);
  });
});

describe('places in YAML', () => {
  const read = readYaml('a: 1\nb:\n  - x: 1\n    y: { z: 2 }\n  - &n\n    q: 3\nc: *n\n', 'a.yaml');
  if (!read.ok) throw new Error('unreadable');
  const { at } = read.value;

  it.each([
    [['a'], 1, 4],
    [['b', 0, 'y', 'z'], 4, 13],
    [['c', 'q'], 6, 8],
    [['b', 0, 'nothing', 'here'], 3, 5],
    [[], 1, 1],
  ])('%j', (path, line, column) => expect(at(path)).toEqual({ line, column }));

  it('are those of keys, where asked', () => {
    expect(at(['b', 0, 'y'], 'key')).toEqual({ line: 4, column: 5 });
  });
});
