import type { CompiledRuleset } from '../compile/ruleset.js';
import type { FieldValue } from '../model/rule-tests.js';
import { fieldOf, type Item } from './read.js';

/**
 * A field of an item as the item states it, else as the catalogue does of its course: another programme's courses stand in our own
 * categories without each completion saying so.
 */
export function statedField(item: Item, field: string, { courses }: CompiledRuleset): FieldValue | undefined {
  const own = fieldOf(item, field);
  if (own !== undefined) return own;
  const course = fieldOf(item, 'course');
  const fields = typeof course === 'string' ? courses.get(course)?.course.fields : undefined;
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
}
