import type { Answer, ApprovalDocument, Ask } from '../model/ask.js';
import type { CandidateRecord, DatedValue, FactValue } from '../model/record.js';

/**
 * The record with an answer in it; the record itself is not changed. A fact that is stated from a day on keeps what it states, and the answer holds
 * before. That a list is not complete changes nothing.
 * @example answered(record, ask, '2024-03-04') // { …, milestones: { enrolled: '2024-03-04' } }
 */
export function answered(
  record: CandidateRecord,
  { about, id, path }: Pick<Ask, 'about' | 'id' | 'path'>,
  answer: Answer,
): CandidateRecord {
  const [top = '', name = '', ...rest] = path;
  switch (about) {
    case 'fact': {
      const stated = record.facts?.[name];
      const value = Array.isArray(stated) ? [{ from: FIRST_DAY, value: answer }, ...(stated as DatedValue[])] : answer;
      return { ...record, facts: { ...record.facts, [name]: value as FactValue } };
    }
    case 'milestone':
      return { ...record, milestones: { ...record.milestones, [name]: String(answer) } };
    case 'calendar': {
      const days = [...(record.calendars?.[name] ?? []), ...(answer as readonly string[])];
      return { ...record, calendars: { ...record.calendars, [name]: days } };
    }
    case 'list': {
      const isMissing = (list: string) => answer !== true || id !== `list:${list}`;
      return { ...record, partial: (record.partial ?? []).filter(isMissing) };
    }
    case 'field':
    case 'approval': {
      const entries = (record[top as keyof CandidateRecord] ?? []) as readonly Entry[];
      const change = (entry: Entry) => (entry.id === name ? placed(entry, rest, settledIn(entry, answer)) : entry);
      return { ...record, [top]: entries.map(change) };
    }
    case 'rule':
      return record;
  }
}

const FIRST_DAY = '0001-01-01';

type Entry = Readonly<Record<string, unknown>>;

function placed(entry: Entry, [key = '', ...rest]: readonly string[], answer: Answer): Entry {
  return { ...entry, [key]: rest.length === 0 ? answer : placed((entry[key] ?? {}) as Entry, rest, answer) };
}

/** A document of the provider is one of the entry's own: by its fields, or by what stands before the colon of its course. */
function settledIn({ course, fields }: Entry, answer: Answer): Answer {
  if (typeof answer !== 'object' || !('by' in answer) || answer.by !== 'provider') return answer;
  const own = (fields as Entry | undefined)?.provider ?? String(course).split(':')[0];
  const document: ApprovalDocument = { ...answer, by: String(own) };
  return document;
}
