import { readFileSync } from 'node:fs';
import type { Room } from './room.js';

const own: { readonly name: string; readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** The commands of a block, without comments. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

const helps = new Map<string, string>();

/** The help of a command, or what is said in its place. */
function helpOf(name: string, room: Room): string {
  const known = helps.get(name) ?? room.run(`${own.name} ${name} --help || true`).output;
  helps.set(name, known);
  return known;
}

/** What the command line does not know of its own commands: each must exist, have these options, and take so many arguments. */
export function commandProblems(text: string, room: Room): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const [program, name = '', ...words] = line.replace(/^npx /, '').split(/\s+/);
    if (program !== own.name) return [`\`${line}\` is no command of ${own.name}`];
    const help = helpOf(name, room);
    const usage = /^Usage: (.*)$/m.exec(help)?.[1] ?? '';
    if (!usage.startsWith(`${own.name} ${name} `)) return [`\`${name}\` is no command of ${own.name}`];
    return optionProblems(words, help, usage);
  });
}

function optionProblems(words: readonly string[], help: string, usage: string): readonly string[] {
  const problems: string[] = [];
  let given = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) given += 1;
    else {
      const [row, takes] = new RegExp(`^ +${word} ?(<|\\[)?`, 'm').exec(help) ?? [];
      if (row === undefined) problems.push(`\`${word}\` is no option: ${usage}`);
      // Its value is no argument.
      if (takes === '<') at += 1;
    }
  }
  const needed = usage.match(/<\w+(\.\.\.)?>/g) ?? [];
  const most = /\.\.\./.test(usage)
    ? Number.POSITIVE_INFINITY
    : (usage.match(/<\w+>|\[(?!options)\w+\]/g) ?? []).length;
  if (given < needed.length || given > most) problems.push(`${given} arguments: ${usage}`);
  return problems;
}

/** What npm could not do in this repository: each line installs, tests, or runs a script that exists. */
export function npmProblems(text: string): readonly string[] {
  const known = [/^npm ci( --silent)?$/, /^npm (test|pack)$/, new RegExp(`^npm install ${own.name}$`)];
  return linesOf(text).flatMap((line) => {
    const [, script] = /^npm run (?:--silent )?([\w:-]+)( --.*)?$/.exec(line) ?? [];
    if (script !== undefined) return Object.hasOwn(own.scripts, script) ? [] : [`there is no script \`${script}\``];
    return known.some((form) => form.test(line)) ? [] : [`\`${line}\` is no use of npm that is checked`];
  });
}
