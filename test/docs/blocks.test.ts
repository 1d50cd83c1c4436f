import { describe, expect, it } from 'vitest';
import { blocksIn, blocksOf, documents } from './blocks.js';
import { play } from './play.js';

// Every block of every document is followed as a reader would: what does not hold any more fails here.
describe('the blocks of', () => {
  it('all documents are found', () => {
    expect(documents()).toEqual(expect.arrayContaining(['README.md', 'docs/spec.md', 'docs/decisions/0001-format.md']));
  });

  it.each(documents().filter((file) => blocksIn(file).length > 0))('%s hold', (file) => {
    expect(play(blocksIn(file))).toEqual([]);
  });
});

const fence = '```';
const block = (language: string, mark: string, text: string) =>
  `${mark === '' ? '' : `<!-- ${mark} -->\n`}${fence}${language}\n${text}\n${fence}\n`;
const played = (...parts: readonly string[]) => play(blocksOf('x.md', parts.join('\n')));

describe('the check of blocks', () => {
  it('finds programs that do not compile or do not end well, whether they are run or not', () => {
    const problems = played(
      block('ts', 'run', "const day: number = '2026-11-22';"),
      block('ts', 'run', "import { x } from 'certifiable';"),
      block('ts', 'run', "throw new Error('no');"),
      block('ts', 'file: a.ts', 'const a: boolean = 1;'),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^x\.md:12: exited with 1.*Error: no/s),
      expect.stringMatching(/a\.ts\(1,7\): error TS2322/),
      expect.stringMatching(/line-2\.ts\(1,7\): error TS2322/),
      expect.stringMatching(/line-7\.ts\(1,10\): error TS2305/),
    ]);
  });

  it('reads the mark, the place and the text of a block, in a list as well', () => {
    expect(blocksOf('x.md', `- one\n\n  <!-- run: 1 -->\n  ${fence}sh\n  ls\n    -l\n  ${fence}\n`)).toEqual([
      { file: 'x.md', line: 4, language: 'sh', mark: 'run: 1', text: 'ls\n  -l\n' },
    ]);
  });

  it('lets a good document pass', () => {
    const problems = played(
      block('yaml', 'file: one.yaml', 'diploma: true'),
      block('sh', 'run', 'cat one.yaml'),
      block('text', 'output', 'diploma: true'),
      block('sh', 'run', 'printf "a\\nb\\nc\\nd\\n"'),
      block('text', 'output', 'a\n…\nd'),
      block('ts', 'run', "import { decide } from 'certifiable';\nconsole.log(typeof decide);"),
      block('text', 'output', 'function'),
      block('sh', 'help', 'certifiable evaluate a.yaml --pack lssc --json # prints JSON'),
      block('sh', 'npm', 'npm ci\nnpm test'),
      block('yaml', 'reads: days', '- 4 years after enrolled'),
      block('text', '', 'no code'),
    );
    expect(problems).toEqual([]);
  });

  it.each([
    ['no mark', block('ts', '', 'export {};'), /nothing checks/],
    ['a language that nobody checks', block('python', 'run', 'print(1)'), /nothing checks/],
    ['a fence that is not closed', `${fence}sh\nls\n`, /nothing checks/],
    ['a command that fails', block('sh', 'run', 'false\ntrue'), /exited with 1, not 0/],
    ['a command that should fail', block('sh', 'run: 2', 'true'), /exited with 0, not 2/],
    ['another output', block('sh', 'run', 'echo a') + block('text', 'output', 'b'), /printed was instead/],
    ['part of an output', block('sh', 'run', 'echo a; echo b') + block('text', 'output', 'a'), /printed was instead/],
    [
      'an end that was left out',
      block('sh', 'run', 'echo a; echo b') + block('text', 'output', '…\na'),
      /printed was instead/,
    ],
    ['an output of nothing', block('text', 'output', 'b'), /nothing was run/],
    ['broken YAML', block('yaml', 'file: a.yaml', 'a: ['), /cannot be read/],
    ['a phrase that is none', block('yaml', 'reads: days', '- quite soon'), /must be a day/],
    ['a reader that is none', block('yaml', 'reads: tea leaves', 'a: 1'), /nothing reads/],
    ['a key that is none', block('yaml', 'reads: pack', 'titel: A'), /did you mean `title`/],
    ['an unknown command', block('sh', 'help', 'certifiable bake rules'), /no command/],
    ['an unknown program', block('sh', 'help', 'make'), /no command/],
    ['an unknown option', block('sh', 'help', 'certifiable evaluate a --pack b --fast'), /--fast/],
    ['a missing argument', block('sh', 'help', 'certifiable evaluate --pack b'), /0 arguments/],
    ['an argument too many', block('sh', 'help', 'certifiable page a b'), /2 arguments/],
    ['a script that is none', block('sh', 'npm', 'npm run bake'), /no script/],
    ['another use of npm', block('sh', 'npm', 'npm publish'), /no use of npm/],
  ])('finds %s', (_, markdown, message) => {
    expect(played(markdown).join('\n')).toMatch(message);
  });
});
