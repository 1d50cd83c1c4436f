import { status as firstFit } from './by-hand/first-fit.mjs';
import { candidates } from './candidates/candidates.mjs';
import { contestants } from './contestants.mjs';

/**
 * Asks every contestant about every candidate.
 * @returns The number of candidates by status, of those on whom taking the first set that fits is wrong, and all on whom not every contestant
 * says the same.
 */
export async function agree() {
  const ask = await Promise.all(
    Object.entries(contestants).map(async ([name, { load }]) => ({ name, status: await load() })),
  );
  const counts = { met: 0, pending: 0, unknown: 0, unmet: 0 };
  const disagreements = [];
  let firstFitWrong = 0;
  for (const [i, { record, asOf }] of candidates().entries()) {
    const answers = {};
    for (const { name, status } of ask) answers[name] = await status(structuredClone(record), asOf);
    counts[answers.matching]++;
    if (firstFit(record, asOf) !== answers.matching) firstFitWrong++;
    if (new Set(Object.values(answers)).size > 1) disagreements.push({ candidate: i, asOf, answers, record });
  }
  return { counts, firstFitWrong, disagreements };
}
