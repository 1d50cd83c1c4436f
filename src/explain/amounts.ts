import type { AmountFinding } from '../model/amount-finding.js';
import type { Draft, Lookup } from './lookup.js';
import { moneyLeft } from './money-left.js';

/** Fees first, then awards that can still be had, each with what it hangs on; what is closed is named in one line. */
export function amountLines(lookup: Lookup): readonly Draft[] {
  const all = Object.values(lookup.evaluation.amounts);
  const shown = all.filter(({ standing }) => standing !== 'doesNotApply' && standing !== 'closed');
  const closed = all.filter(({ standing }) => standing === 'closed');
  const ordered = [...shown.filter(({ kind }) => kind === 'fee'), ...shown.filter(({ kind }) => kind === 'award')];
  return [
    ...ordered.flatMap((finding) => linesOf(finding, lookup, besides(finding, shown, lookup))),
    ...(closed.length === 0 ? [] : [line(lookup.messages.costs.closed(closed))]),
  ];
}

/** What awards would leave of a fee; the awards that an award excludes. */
function besides(finding: AmountFinding, shown: readonly AmountFinding[], lookup: Lookup): readonly string[] {
  const { costs } = lookup.messages;
  const { amounts } = lookup.evaluation;
  const left = moneyLeft(amounts).filter(({ fee }) => amounts[fee] === finding);
  const excluded = shown.filter(
    (other) => other !== finding && other.oneOf !== undefined && other.oneOf === finding.oneOf,
  );
  return [
    ...left.map(costs.left),
    ...(excluded.length > 0 ? [costs.exclusive(excluded.map(({ title }) => title))] : []),
  ];
}

function linesOf(
  finding: AmountFinding,
  { messages, itemTitle }: Lookup,
  besides: readonly string[],
): readonly Draft[] {
  const { costs, words } = messages;
  const { questions = [], readings = [], conditions = [], items = [] } = finding;
  const isExact = finding.amount !== undefined;
  const asked = questions.flatMap(({ about, asks, item, field }) => {
    if (about === 'rule') return [];
    const known = items.find((each) => each.item === item)?.title;
    const title = item === undefined ? finding.title : (known ?? itemTitle(item));
    return [asks === undefined || asks === '' ? messages.questions[about](title, field) : words.sentence(asks)];
  });
  const byText = questions.some(({ about }) => about === 'rule') && readings.length === 0;
  const head: Draft = {
    mark: isExact && finding.standing !== 'unknown' ? 'note' : 'unknown',
    text: costs.line(finding),
    indent: 0,
    details: [
      ...(asked.length > 0 ? [costs.hangsOn(asked)] : []),
      ...(byText ? [costs.text] : []),
      ...(finding.oneMore ? [costs.oneMore(finding.oneMore)] : []),
      ...besides,
      ...conditions.map((condition) => words.sentence(condition)),
    ],
    cite: finding.cite,
  };
  return [head, ...readings.map((reading) => ({ ...line(costs.reading(reading)), indent: 1, cite: reading.cite }))];
}

function line(text: string): Draft {
  return { mark: 'note', text, indent: 0, details: [], cite: [] };
}
