import { candidates } from './candidates.mjs';
import { contestants } from './contestants.mjs';

/**
 * Asks every contestant about every candidate.
 * @returns The number of candidates by status, and those on whom not all contestants say the same.
 */
export async function agree() {
  const ask = await Promise.all(
    Object.entries(contestants).map(async ([name, { load }]) => ({ name, status: await load() })),
  );
  const counts = { met: 0, pending: 0, unknown: 0, unmet: 0 };
  const disagreements = [];
  for (const [i, { record, asOf }] of candidates().entries()) {
    const answers = {};
    for (const { name, status } of ask) answers[name] = await status(structuredClone(record), asOf);
    counts[answers.matching]++;
    if (new Set(Object.values(answers)).size > 1) disagreements.push({ candidate: i, asOf, answers, record });
  }
  return { counts, disagreements };
}
