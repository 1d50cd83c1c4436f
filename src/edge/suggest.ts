/** Edits (insert, drop, replace, swap neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swap) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Among more words than anybody declares, none is looked for: it would take as long as all else together. */
const mostKnown = 300;

/**
 * The known word that somebody probably meant: it begins so, or at most two letters in five differ. Ties go to the first.
 *
 * `nearest('evidense', ['evidence', 'total'])` is `'evidence'`; `nearest('x', ['total'])` is `undefined`.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60 || known.length > mostKnown) return undefined;
  const whole = word.length < 3 ? undefined : known.find((candidate) => candidate.startsWith(word));
  if (whole !== undefined) return whole;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/**
 * A clause that helps with an unknown word: the probable one, else what is known, if that is little enough to read.
 *
 * `suggestion('totel', ['total', 'fact'])` is "did you mean `total`".
 */
export function suggestion(word: string, known: readonly string[]): string | undefined {
  const meant = nearest(word, known);
  if (meant !== undefined) return `did you mean \`${meant}\``;
  if (known.length === 0 || known.length > 24) return undefined;
  return `known: ${known.map((name) => `\`${name}\``).join(', ')}`;
}

/** The hint for a key that may not stand where it does. */
export function keyHint(key: string, known: readonly string[]): { readonly hint?: string } {
  // A comma cuts a text that stands inside braces, and what follows becomes a key.
  const rest = /^\d/.test(key)
    ? 'a number has a decimal point and no comma'
    : 'inside `{ }` a text with a comma needs quotes';
  const hint = key.includes(' ') ? rest : suggestion(key, known);
  return hint === undefined ? {} : { hint };
}

/** The hint for a word that stands where `true` or `false` must: `yes` is a text, in this YAML as in JSON. */
export function yesHint(input: unknown): { readonly hint?: string } {
  if (typeof input !== 'string') return {};
  if (/^(yes|y|on)$/i.test(input)) return { hint: 'write `true`' };
  return /^(no|n|off)$/i.test(input) ? { hint: 'write `false`' } : {};
}

const numberWords =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)\b/i;

/** What to do about a phrase that was not understood: what is most probably wrong with it, else the forms that there are. */
export function phraseHint(input: unknown, forms: string): string {
  return typeof input === 'string' && numberWords.test(input) ? 'write the number in digits' : forms;
}
