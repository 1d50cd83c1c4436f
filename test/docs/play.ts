import { transformSync } from 'esbuild';
import { issueText } from '../../src/edge/issues.js';
import { readYaml } from '../../src/edge/yaml.js';
import type { Block } from './blocks.js';
import { commandProblems, npmProblems } from './commands.js';
import { readers } from './readers.js';
import { enterRoom, type Room, typeErrors } from './room.js';

/** What a block may need of those before it. */
interface Scene {
  readonly room: Room;
  /** What the last block that was run has printed. */
  printed: string | undefined;
}

type Handler = (block: Block, detail: string, scene: Scene) => readonly string[];

/** A file of the reader's folder; YAML must be readable, and what it says is judged by the commands that follow. */
const file: Handler = ({ text }, name, { room }) => {
  room.write(name, text);
  return name.endsWith('.yaml') ? yamlProblems(text, () => ({ issues: [] })) : [];
};

const reads: Handler = ({ text }, name) => {
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  return reader === undefined ? [`nothing reads \`${name}\``] : yamlProblems(text, reader);
};

const program: Handler = (block, detail, scene) => {
  const name = `line-${block.line}`;
  scene.room.write(`${name}.ts`, block.text);
  scene.room.write(`${name}.js`, transformSync(block.text, { loader: 'ts', format: 'esm' }).code);
  return run(`node ${name}.js`, detail, scene);
};

const output: Handler = ({ text }, _, { printed }) => {
  if (printed === undefined) return ['nothing was run before'];
  // Three dots on a line of their own stand for any lines.
  const pieces = text.split(/^…\n/m);
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(?:.*\\n)*?');
  return new RegExp(`^${pattern}$`).test(printed) ? [] : [`printed was instead:\n${printed}`];
};

function run(commands: string, expected: string, scene: Scene): readonly string[] {
  const { code, output: printed } = scene.room.run(commands);
  scene.printed = printed;
  const wanted = expected === '' ? 0 : Number(expected);
  return code === wanted ? [] : [`exited with ${code}, not ${wanted}:\n${printed}`];
}

/** By language and the first word of the mark above a block. What follows its colon is the detail. */
const handlers: Readonly<Record<string, Handler>> = {
  'ts run': program,
  'ts file': file,
  'ts example': (block, _, scene) => program(block, '', scene),
  'yaml file': file,
  'csv file': file,
  'json file': file,
  'yaml reads': reads,
  'sh run': ({ text }, detail, scene) => run(text, detail, scene),
  'sh help': ({ text }, _, { room }) => commandProblems(text, room),
  'sh npm': ({ text }) => npmProblems(text),
  'sh fresh': ({ text }) => npmProblems(text),
  'text output': output,
  'json output': output,
  'text example': output,
  // Compared with what makes it, in a test of its own.
  'mermaid graph': () => [],
  // Text is no code.
  'text ': () => [],
};

/**
 * Follows a document from its first block to its last in a folder of its own: writes its files, runs its programs and commands, compares
 * what they print, and has the compiler check all TypeScript. Returns what is wrong, each with the place in the document.
 */
export function play(blocks: readonly Block[]): readonly string[] {
  const room = enterRoom();
  const scene: Scene = { room, printed: undefined };
  try {
    const problems = blocks.flatMap((block) => {
      const [, verb = '', detail = ''] = /^(\w*)(?:: ?(.*))?$/.exec(block.mark) ?? [];
      const name = `${block.language} ${verb}`;
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      const found = handler ? handler(block, detail, scene) : [`nothing checks a block \`${name}\``];
      return found.map((problem) => `${block.file}:${block.line}: ${problem}`);
    });
    const typed = blocks.some(({ language }) => language === 'ts');
    return typed ? [...problems, ...typeErrors(room).map((error) => `${blocks[0]?.file}: ${error}`)] : problems;
  } finally {
    room.leave();
  }
}

function yamlProblems(text: string, reader: (typeof readers)[string]): readonly string[] {
  const yaml = readYaml(text, 'block');
  const issues = yaml.ok ? reader(yaml.value.data).issues : yaml.issues;
  return issues.map((issue) => `${issue.path.join('.')}: ${issueText(issue)}`);
}
