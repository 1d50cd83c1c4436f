#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { buildCommand } from './build-command.js';
import { type CompareOptions, compareCommand } from './compare-command.js';
import { type EvaluateOptions, evaluateCommand } from './evaluate-command.js';
import { type LintOptions, lintCommand } from './lint-command.js';
import { type PageOptions, pageCommand } from './page-command.js';
import { type PlanCommandOptions, planCommand } from './plan-command.js';
import { complain, exit } from './print.js';
import { type StandingOptions, standingCommand } from './standing-command.js';
import { testCommand } from './test-command.js';
import { type TimelineOptions, timelineCommand } from './timeline-command.js';

/** The program's version, from the package that it is part of. */
function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function program(done: (code: number) => void): Command {
  const command = new Command('certifiable')
    .description('Is this person certifiable on this day, why, and what is still needed?')
    .version(version())
    .exitOverride();
  command
    .command('evaluate')
    .description(
      'evaluate a record; exits with 0 if the main stage is met or waived, 1 if not, 2 if the input is wrong',
    )
    .argument('<record>', 'a record, YAML or JSON')
    .requiredOption('--pack <pack>', 'the id of a pack, its folder, or a built .json file')
    .option('--as-of <day>', 'the day that the question is asked for (default: today)')
    .option('--json', 'print the evaluation as JSON')
    .option('--no-color', 'print without colours')
    .action((record: string, options: EvaluateOptions) => done(evaluateCommand(record, options)));
  command
    .command('plan')
    .description(
      'find the best way to what is asked for; exits with 0 if there is one, 1 if not, 2 if the input is wrong',
    )
    .argument('<pack>', 'the id of a pack, its folder, or a built .json file')
    .argument('<record>', 'a record, YAML or JSON')
    .addOption(
      new Option('--by <what>', 'what to keep small: cost, time, or the number of steps')
        .choices(['cost', 'time', 'fewest'])
        .default('cost'),
    )
    .option('--as-of <day>', 'the day on which the plan is made (default: today)')
    .option('--done-on <day>', 'the day by which every step is done (default: the same)')
    .option('--stage <stage>', 'the id of the stage to reach (default: the main stage)')
    .option('--json', 'print the plan as JSON')
    .option('--no-color', 'print without colours')
    .action((pack: string, record: string, options: PlanCommandOptions) => done(planCommand(pack, record, options)));
  command
    .command('standing')
    .description(
      'tell where a person stands, since when and until when; exits with 0 if that can be told, 1 if not, 2 if the input is wrong',
    )
    .argument('<record>', 'a record, YAML or JSON')
    .requiredOption('--pack <pack>', 'the id of a pack, its folder, or a built .json file')
    .option('--as-of <day>', 'the day that the question is asked for (default: today)')
    .option('--json', 'print the standing as JSON')
    .option('--no-color', 'print without colours')
    .action((record: string, options: StandingOptions) => done(standingCommand(record, options)));
  command
    .command('timeline')
    .description('list the days on which something changes if nothing else happens; exits with 2 if the input is wrong')
    .argument('<record>', 'a record, YAML or JSON')
    .requiredOption('--pack <pack>', 'the id of a pack, its folder, or a built .json file')
    .option('--from <day>', 'the first day (default: today)')
    .option('--until <day>', 'the last day (default: ten years later)')
    .option('--json', 'print the timeline as JSON')
    .option('--no-color', 'print without colours')
    .action((record: string, options: TimelineOptions) => done(timelineCommand(record, options)));
  command
    .command('compare')
    .description(
      'compare what a person has in several programmes, and which of them accept her credentials; exits with 2 if the input is wrong',
    )
    .argument('<record>', 'a record, YAML or JSON')
    .option('--as-of <day>', 'the day that the question is asked for (default: today)')
    .option('--of <pack>', 'the pack for which the record was written; its milestones and facts are read for no other')
    .option('--pack <packs...>', 'ids, folders, or built .json files (default: every pack that comes with the program)')
    .option('--json', 'print the comparison as JSON')
    .option('--no-color', 'print without colours')
    .action((record: string, options: CompareOptions) => done(compareCommand(record, options)));
  command
    .command('test')
    .description('run the cases of packs')
    .argument('[packs...]', 'ids or folders (default: every folder below rules that has a pack.yaml)')
    .option('--verbose', 'list the cases that pass as well')
    .action((packs: string[], options: { readonly verbose?: boolean }) => done(testCommand(packs, options)));
  command
    .command('build')
    .description('build packs into modules, JSON and types')
    .argument('<folders...>', 'folders of packs')
    .requiredOption('--out <folder>', 'where to write')
    .action((folders: string[], options: { readonly out: string }) => done(buildCommand(folders, options)));
  command
    .command('lint')
    .description('find what is wrong with packs; exits with 0 without errors, 1 with, 2 if a pack cannot be read')
    .argument('[packs...]', 'ids, folders or built .json files (default: every pack below rules)')
    .option('--json', 'print the list as JSON')
    .option('--no-color', 'print without colours')
    .action((packs: string[], options: LintOptions) => done(lintCommand(packs, options)));
  command
    .command('page')
    .description('print the page of a programme, made from its pack, as Markdown')
    .argument('[folder]', 'an id, a folder, or a built .json file (default: the index of all programmes below rules)')
    .option('--out <file>', 'write the page to a file; of all programmes, every page and the index to a folder')
    .option('--check [file]', 'exit with 1 unless the file, or the folder, holds that (default: docs/programmes)')
    .action((folder: string | undefined, options: PageOptions) => done(pageCommand(folder, options)));
  return command;
}

try {
  program((code) => {
    process.exitCode = code;
  }).parse();
} catch (error) {
  // Commander has printed its message; only what it did not ask for is wrong input.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exit.good : exit.input;
  else {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = exit.input;
  }
}
