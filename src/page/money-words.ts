import type { MoneyExpr } from '../amount.js';
import { list } from '../explain/words.js';
import type { Names } from './names.js';
import { amountWords, numberWords, type Say } from './number-words.js';

/** Money in any of its forms, in a currency. */
export function moneyWords(expr: MoneyExpr, unit: string, names: Names): string {
  const say: Say = (n) => (n === 0 ? 'nothing' : amountWords(n, unit));
  if (typeof expr === 'number' || expr.kind !== 'leastOf') return numberWords(expr, names, say);
  const each = expr.of.map((one) => {
    if (typeof one === 'object' && one.kind === 'stated') return `what “${names.fact(one.fact)}” states`;
    return numberWords(one, names, say);
  });
  return `the least of ${list(each)}`;
}
