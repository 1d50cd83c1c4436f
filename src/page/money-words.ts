import { list, sentence } from '../explain/words.js';
import type { MoneyExpr, MoneyTerm } from '../model/amount.js';
import type { Value } from '../model/value.js';
import { plain } from './markdown.js';
import { capital, type Names } from './names.js';
import { amountWords, numberWords, type Say } from './number-words.js';
import { datedWords, isStood, valueWords } from './value-words.js';

/** Money in any of its forms, in a currency. */
export function moneyWords(expr: MoneyExpr, unit: string, names: Names): string {
  const say: Say = (n) => (n === 0 ? 'nothing' : amountWords(n, unit));
  if (typeof expr === 'number' || expr.kind !== 'leastOf') return numberWords(expr, names, say);
  return `the least of ${list(expr.of.map((term) => termWords(term, names, say)))}`;
}

/** Money in any standing: how much in a clause and, where it changed, a sentence for each time. */
export function moneyTold(
  amount: Value<MoneyExpr>,
  unit: string,
  names: Names,
): { readonly how: string; readonly changes: readonly string[] } {
  const say = (expr: MoneyExpr) => moneyWords(expr, unit, names);
  if (!isStood(amount) || amount.standing !== 'dated') return { how: valueWords(amount, say, 'amount'), changes: [] };
  const changes = datedWords(amount, say, 'amount').map((change) => sentence(plain(capital(change))));
  return { how: 'it changed', changes };
}

function termWords(term: MoneyTerm, names: Names, say: Say): string {
  if (typeof term === 'number') return numberWords(term, names, say);
  switch (term.kind) {
    case 'stated': {
      const share = term.percent === undefined ? '' : `${term.percent} % of `;
      return `${share}what “${names.fact(term.fact)}” states`;
    }
    case 'remainder':
      return `what “${names.fact(term.fact)}” leaves of ${numberWords(term.ceiling, names, say)}`;
    case 'byFact':
    case 'steps':
      return numberWords(term, names, say);
  }
}
