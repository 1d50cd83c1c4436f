import type { AmountFinding } from '../amount-finding.js';
import type { Draft, Lookup } from './lookup.js';
import { amountPhrases } from './messages-amounts.js';
import { questionSentences } from './messages-items.js';
import { sentence } from './words.js';

/** Fees first, then awards that can still be had, each with what it hangs on; what is closed is named in one line. */
export function amountLines({ evaluation, itemTitle }: Lookup): readonly Draft[] {
  const all = Object.values(evaluation.amounts);
  const shown = all.filter(({ standing }) => standing !== 'doesNotApply' && standing !== 'closed');
  const closed = all.filter(({ standing }) => standing === 'closed');
  const ordered = [...shown.filter(({ kind }) => kind === 'fee'), ...shown.filter(({ kind }) => kind === 'award')];
  return [
    ...ordered.flatMap((finding) => linesOf(finding, itemTitle)),
    ...(closed.length === 0 ? [] : [line(amountPhrases.closed(closed))]),
  ];
}

function linesOf(finding: AmountFinding, itemTitle: Lookup['itemTitle']): readonly Draft[] {
  const { questions = [], readings = [], conditions = [], items = [] } = finding;
  const isExact = finding.amount !== undefined;
  const asked = questions.flatMap(({ about, asks, item }) => {
    if (about === 'rule') return [];
    const known = items.find((each) => each.item === item)?.title;
    const title = item === undefined ? finding.title : (known ?? itemTitle(item));
    return [asks === undefined || asks === '' ? questionSentences[about](title) : sentence(asks)];
  });
  const byText = questions.some(({ about }) => about === 'rule') && readings.length === 0;
  const head: Draft = {
    mark: isExact && finding.standing !== 'unknown' ? 'note' : 'unknown',
    text: amountPhrases.line(finding),
    indent: 0,
    details: [
      ...(asked.length > 0 ? [amountPhrases.hangsOn(asked)] : []),
      ...(byText ? [amountPhrases.text] : []),
      ...(finding.oneMore ? [amountPhrases.oneMore(finding.oneMore)] : []),
      ...conditions.map(sentence),
    ],
    cite: finding.cite,
  };
  return [
    head,
    ...readings.map((reading) => ({ ...line(amountPhrases.reading(reading)), indent: 1, cite: reading.cite })),
  ];
}

function line(text: string): Draft {
  return { mark: 'note', text, indent: 0, details: [], cite: [] };
}
