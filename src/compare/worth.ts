import type { Evaluation } from '../model/evaluation.js';
import type { ItemWorth } from '../model/portability.js';
import type { CandidateRecord } from '../model/record.js';
import type { ListName } from '../model/requirement.js';
import type { RefusalReason, Use } from '../model/use.js';

/** An entry of a record, with what people call it. */
export interface Entry {
  readonly item: string;
  readonly list: ListName;
  readonly title: string;
}

/** All entries of a record, in the order of their ids; a completion without a title has that of its course, if it is known. */
export function entriesOf(record: CandidateRecord, courseTitle: (id: string) => string | undefined): readonly Entry[] {
  const all: readonly Entry[] = [
    ...(record.activities ?? []).map((each) => entry('activities', each)),
    ...(record.attestations ?? []).map((each) => entry('attestations', each, each.about)),
    ...(record.completions ?? []).map((each) => entry('completions', each, courseTitle(each.course) ?? each.course)),
    ...(record.credentials ?? []).map((each) => entry('credentials', each, each.credential)),
    ...(record.experience ?? []).map((each) => entry('experience', each, each.employer)),
    ...(record.reviews ?? []).map((each) => entry('reviews', each, each.of)),
    ...(record.scores ?? []).map((each) => entry('scores', each, each.exam)),
  ];
  return all.toSorted((a, b) => (a.item < b.item ? -1 : 1));
}

/**
 * What an entry is worth under a pack, by its id. It counts as far as the answer says that rests on what is sure; what only the other
 * answer counts may count.
 * @param own Ids of entries that are credentials of the pack's own programme.
 */
export function worthUnder(own: readonly string[], sure: Evaluation, most: Evaluation): (item: string) => ItemWorth {
  return (item) => worthOfItem(item, own.includes(item), sure, most);
}

function worthOfItem(item: string, isOwn: boolean, sure: Evaluation, most: Evaluation): ItemWorth {
  const uses = sure.allocation.filter((use) => use.item === item);
  const certain = uses.filter((use) => use.certain);
  const earned = certain.filter(({ tier }) => tier === 'earned');
  if (earned.length > 0) return { worth: 'counts', requirements: requirementsOf(earned) };
  if (certain.length > 0) return { worth: 'notYet', requirements: requirementsOf(certain) };
  const possible = uses.length > 0 ? uses : most.allocation.filter((use) => use.item === item);
  if (possible.length > 0) return { worth: 'mayCount', requirements: requirementsOf(possible) };
  if (isOwn) return { worth: 'own' };
  const refusals = most.unallocated.filter((each) => each.item === item);
  const refused = refusals.find(({ stage }) => stage === most.mainStage) ?? refusals[0];
  if (refused === undefined) return { worth: 'notRead' };
  const open = sure === most ? undefined : refusals.find(({ reason }) => LEFT_OPEN.includes(reason));
  return open ? { worth: 'mayCount', reason: open.reason } : { worth: 'no', reason: refused.reason };
}

/** What an entry carried over may be refused for only because something that it says in the words of another pack was not read. */
const LEFT_OPEN: readonly RefusalReason[] = ['noAmount', 'notApproved', 'notPassed'];

function requirementsOf(uses: readonly Use[]): readonly string[] {
  return [...new Set(uses.map(({ requirement }) => requirement))].sort();
}

function entry(list: ListName, { id, title }: { readonly id: string; readonly title?: string }, called = id): Entry {
  return { item: id, list, title: title ?? called };
}
