/** Edits (insert, drop, replace, swap neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + change];
      row.push(Math.min(...edits, swap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
  }
  return cell(a.length, b.length);
}

/**
 * The known word that somebody probably meant: it begins so, or at most two letters in five differ. Ties go to the first.
 *
 * `nearest('evidense', ['evidence', 'total'])` is `'evidence'`; `nearest('x', ['total'])` is `undefined`.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
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
  const hint = key.includes(' ') ? 'inside `{ }` a text with a comma needs quotes' : suggestion(key, known);
  return hint === undefined ? {} : { hint };
}
