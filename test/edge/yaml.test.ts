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
    const value = data('__proto__: { polluted: true }') as object;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['a key given twice', 'a: 1\na: 2', '2:1 expected YAML, but it cannot be read: map keys must be unique'],
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

  it('refuses a few lines that stand for millions', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]`);
    expect(data(`a0: &a0 [x,x,x]\n${levels.join('\n')}`)).toEqual([
      '1:1 expected YAML, but it cannot be read: its aliases stand for too much',
    ]);
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['brackets with brackets in text', '["]",'.repeat(50_000)],
    ['dashes', '- '.repeat(50_000)],
    ['question marks', '? '.repeat(50_000)],
    ['indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('refuses what is nested too deep: %s', (_, text) => {
    expect(data(text)).toEqual(['1:1 lists and mappings stand too deep inside one another']);
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
