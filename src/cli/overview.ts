import { percent } from '../base/fraction.js';
import { marks } from '../explain/lookup.js';
import { signs } from '../explain/text.js';
import { acceptanceMarks } from '../life/explain-marks.js';
import type { LifeMessages } from '../life/messages.js';
import type { AcceptanceFinding, ComparedPack } from '../model/portability.js';
import { bar, type Colors, colorsOf, type Look, tints } from './paint.js';
import { wrapped } from './wrapped.js';

/** From here on there is room for a table; on a narrower terminal each programme has its title above the rest. */
const roomy = 76;
const barCells = 10;
/** A bar with its number: `█████░░░░░  50 %`. */
const soFarWidth = barCells + 6;

/** One programme, its parts already in words. */
interface Row {
  readonly title: string;
  /** The sign of the status, coloured. */
  readonly sign: string;
  /** As wide as `soFarWidth`, coloured. */
  readonly soFar: string;
  readonly accepts: AcceptanceFinding['is'] | undefined;
  readonly needed: string;
  /** Whether nothing applies, so that there is nothing to draw. */
  readonly isIdle: boolean;
}

/** Widths of columns. */
interface Sheet {
  readonly title: number;
  /** 0 where she holds no credential that any programme could accept. */
  readonly accepts: number;
  readonly needed: number;
  readonly messages: LifeMessages;
  readonly colors: Colors;
}

/**
 * A row for each programme: its status, how far the person is, whether a credential of hers is accepted there, and how much is still needed.
 *
 * @example
 *     Programme           So far            Credential    Still needed
 *   ○ Sample certificate  █████░░░░░  50 %  not known     2 things
 */
export function overview(packs: readonly ComparedPack[], look: Look, messages: LifeMessages): readonly string[] {
  const { headings, acceptances } = messages.comparison;
  const colors = colorsOf(look);
  const rows = packs.map((each) => rowOf(each, messages, colors));
  const hasAccepts = rows.some(({ accepts }) => accepts !== undefined);
  const accepts = hasAccepts ? widest([headings.accepts, ...Object.values(acceptances)]) + 2 : 0;
  const needed = Math.min(24, widest([headings.needed, ...rows.map((row) => row.needed)]));
  const isTable = look.width >= roomy;
  const room = look.width - 4 - 2 - soFarWidth - 2 - accepts - needed;
  const title = isTable
    ? Math.min(room, widest([headings.programme, ...rows.map((row) => row.title)]))
    : look.width - 4;
  const sheet: Sheet = { title, accepts, needed, messages, colors };
  if (!isTable) return ['', ...rows.flatMap((row) => stacked(row, sheet, look.width))];
  const head = [
    headings.programme.padEnd(title),
    headings.soFar.padEnd(soFarWidth),
    (hasAccepts ? headings.accepts : '').padEnd(accepts) + headings.needed,
  ];
  return ['', `    ${colors.bold(head.join('  '))}`, ...rows.flatMap((row) => besides(row, sheet))];
}

function rowOf(
  { pack, deficiencies, progress, questions, accepts, status }: ComparedPack,
  messages: LifeMessages,
  colors: Colors,
): Row {
  const needed = deficiencies.filter((one) => one.status === 'unmet').length;
  const applies = status !== 'notApplicable';
  const share = `${String(percent(progress.earned)).padStart(3)} %`;
  return {
    title: pack.title,
    sign: tints(colors)[marks[status]](signs[marks[status]]),
    soFar: applies ? `${bar(progress, barCells, colors)} ${share}` : ' '.repeat(soFarWidth),
    accepts: (['accepted', 'unknown', 'notAccepted'] as const).find((is) => accepts.some((each) => each.is === is)),
    isIdle: !applies,
    needed: applies ? messages.comparison.short(needed, questions.length) : messages.statuses.notApplicable,
  };
}

/** Everything on one line, and what has no room in its column below it. */
function besides(row: Row, sheet: Sheet): readonly string[] {
  const titles = wrapped(row.title, sheet.title);
  const needs = wrapped(row.needed, sheet.needed);
  const blank = ' '.repeat(soFarWidth + 2 + sheet.accepts);
  return Array.from({ length: Math.max(titles.length, needs.length) }, (_, i) => {
    const middle = i === 0 ? `${row.soFar}  ${acceptsCell(row, sheet)}` : blank;
    return `  ${i === 0 ? row.sign : ' '} ${(titles[i] ?? '').padEnd(sheet.title)}  ${middle}${needs[i] ?? ''}`.trimEnd();
  });
}

function stacked(row: Row, sheet: Sheet, width: number): readonly string[] {
  const titles = wrapped(row.title, sheet.title).map((text, i) => `  ${i === 0 ? row.sign : ' '} ${text}`);
  const needs = wrapped(row.needed, width - 4).map((text) => `    ${text}`);
  if (row.isIdle) return [...titles, ...needs];
  const bars = `    ${row.soFar}  ${acceptsCell(row, sheet)}`;
  const isShort = 4 + soFarWidth + 2 + sheet.accepts + [...row.needed].length <= width;
  return [...titles, ...(isShort ? [bars + row.needed] : [bars.trimEnd(), ...needs])];
}

function acceptsCell({ accepts }: Row, sheet: Sheet): string {
  if (accepts === undefined) return ' '.repeat(sheet.accepts);
  const text = sheet.messages.comparison.acceptances[accepts].padEnd(sheet.accepts);
  return tints(sheet.colors)[acceptanceMarks[accepts]](text);
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => [...text].length));
