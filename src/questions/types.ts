import type { AnswerType } from '../model/ask.js';
import type { RulePack } from '../model/pack.js';
import type { Question } from '../model/question.js';
import type { ListName } from '../model/requirement.js';

/** What the answer to a question is; one about a field needs the list of its item. A rule is nothing that a person can state. */
export function answerTypeOf(
  { id, about, field = '' }: Pick<Question, 'id' | 'about' | 'field'>,
  { facts, fields }: RulePack,
  list: ListName | undefined,
): AnswerType | undefined {
  switch (about) {
    case 'fact':
      return facts[id.slice('fact:'.length)]?.type ?? 'text';
    case 'milestone':
      return 'dayOrNotYet';
    case 'field':
      return (list && fields?.[list]?.[field]?.type) ?? BUILT_IN[field] ?? 'text';
    case 'approval':
      return 'document';
    case 'list':
      return 'complete';
    case 'calendar':
      return 'days';
    case 'rule':
      return undefined;
  }
}

/** Where in a record the answer stands: an entry goes by its id, and what a pack declares of it stands below `fields`. */
export function answerPathOf(
  { id, about, item = '', field = '' }: Pick<Question, 'id' | 'about' | 'item' | 'field'>,
  { fields }: RulePack,
  list: ListName | undefined,
): readonly string[] {
  const name = id.slice(id.indexOf(':') + 1);
  const entry = [list ?? 'completions', item];
  switch (about) {
    case 'fact':
      return ['facts', name];
    case 'milestone':
      return ['milestones', name];
    case 'field': {
      const isDeclared = list !== undefined && Object.hasOwn(fields?.[list] ?? {}, field);
      return isDeclared || field === 'provider' ? [...entry, 'fields', field] : [...entry, field];
    }
    case 'approval':
      return [...entry, 'approval'];
    case 'list':
      return ['partial'];
    case 'calendar':
      return ['calendars', name];
    case 'rule':
      return [];
  }
}

/** What entries of a record have without a pack's doing; everything else there is a text. */
const BUILT_IN: Readonly<Record<string, AnswerType>> = {
  ...{ started: 'day', completed: 'day', issued: 'day', expires: 'day', taken: 'day', given: 'day' },
  ...{ from: 'day', until: 'day', countedOn: 'day' },
  ...{ covers: 'list', duties: 'list' },
  ...{ hours: 'number', hoursPerWeek: 'number', score: 'number' },
  ...{ paid: 'boolean', ratings: 'ratings' },
};
