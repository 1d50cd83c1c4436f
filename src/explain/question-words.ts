import type { Question } from '../model/question.js';
import type { Lookup } from './lookup.js';

/** A question in words: the pack's own, or else a sentence about what hangs on it; about an item with its title. */
export function questionText(
  lookup: Lookup,
  { about, asks, titled, item, field, requirements }: Omit<Question, 'id'>,
): string {
  const { messages } = lookup;
  const itemTitle = item === undefined ? undefined : lookup.itemTitle(item);
  const subject = itemTitle ?? titled ?? outermost(lookup, requirements)[0] ?? about;
  const text = asks === undefined || asks === '' ? messages.questions[about](subject, field) : asks;
  return itemTitle === undefined ? text : messages.unknown.about(text, itemTitle);
}

/** Titles of the requirements that are not part of another one in the list. */
export function outermost(lookup: Lookup, ids: readonly string[]): readonly string[] {
  const outer = ids.filter((id) => !ids.some((other) => other !== id && lookup.holds(other, id)));
  return [...new Set(outer.map((id) => findingTitle(lookup, id)))];
}

/** A stage goes by its own title, also where its top requirement stands for it. */
export function findingTitle(lookup: Lookup, id: string): string {
  return lookup.stages.find(({ requirement }) => requirement === id)?.title ?? lookup.label(id);
}
