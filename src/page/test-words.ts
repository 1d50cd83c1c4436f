import { list } from '../explain/words.js';
import type { FactTest, FieldTest } from '../model/rule-tests.js';
import { dayWords, onDayWords, windowWords } from './day-words.js';
import { inWords, type Names } from './names.js';
import { boundsWords, lengthWords, stated } from './number-words.js';

/** What an entry of a record must be, as a clause; several clauses are joined by `and`. */
export function fieldTestWords(test: FieldTest, names: Names): string {
  switch (test.test) {
    case 'is': {
      const asks = names.asks(test.field);
      if (typeof test.value !== 'boolean')
        return `the ${fieldName(test.field)} is ${held(test.field, test.value, names)}`;
      return asks === undefined
        ? `${fieldName(test.field)}: ${stated(test.value)}`
        : `the answer to “${asks}” is ${stated(test.value)}`;
    }
    case 'oneOf':
      return `the ${fieldName(test.field)} is ${list(
        test.values.map((value) => held(test.field, value, names)),
        'or',
      )}`;
    case 'noneOf':
      return `the ${fieldName(test.field)} is not ${list(
        test.values.map((value) => held(test.field, value, names)),
        'or',
      )}`;
    case 'number':
      return `the ${fieldName(test.field)} is ${boundsWords(test.band)}`;
    case 'range': {
      const except = test.except.length === 0 ? '' : `, except ${list(test.except)}`;
      return `the ${fieldName(test.field)} is ${test.prefix} ${test.from} to ${test.to}${except}`;
    }
    case 'covers':
      return test.set === '*' ? 'it covers the whole set' : `it covers ${names.set(test.set)}`;
    case 'approvedOn':
      return `the course was approved when it was ${test.day}`;
    case 'assessed': {
      const of = test.set === undefined ? '' : ` for ${names.set(test.set)}`;
      return `it passed as “${names.review(test.rule)}”${of}`;
    }
    case 'recognised':
      return `it is recognised: ${list(test.agreements.map(names.agreement), 'or')}`;
    case 'days': {
      const between = `between ${dayField(test.from)} and ${dayField(test.to)}`;
      const least = test.atLeast && `at least ${lengthWords(test.atLeast, names)}`;
      const most = test.atMost && `at most ${lengthWords(test.atMost, names)}`;
      return `${list([least, most].filter((end) => end !== undefined))} lie ${between}`;
    }
    case 'within':
      return `${dayField(test.field)} ${lies(test, names)}`;
    case 'any':
      return list(
        test.of.map((way) => fieldTestsWords(way, names)),
        'or',
      );
    case 'not':
      return `it is not so that ${fieldTestsWords(test.of, names)}`;
  }
}

/** Clauses that an entry must all pass. */
export function fieldTestsWords(tests: readonly FieldTest[], names: Names): string {
  return list(tests.map((test) => fieldTestWords(test, names)));
}

/** What must be true of a person or a library, as a clause. */
export function factTestWords(test: FactTest, names: Names): string {
  switch (test.test) {
    case 'is':
      return `“${names.fact(test.fact)}” is ${stated(test.value)}${onWords(test, names)}`;
    case 'oneOf':
      return `“${names.fact(test.fact)}” is ${list(test.values.map(stated), 'or')}${onWords(test, names)}`;
    case 'noneOf':
      return `“${names.fact(test.fact)}” is not ${list(test.values.map(stated), 'or')}${onWords(test, names)}`;
    case 'number':
      return `“${names.fact(test.fact)}” is ${boundsWords(test.band)}${onWords(test, names)}`;
    case 'any':
      return list(
        test.of.map((way) => factTestsWords(way, names)),
        'or',
      );
    case 'not':
      return `it is not so that ${factTestsWords(test.of, names)}`;
  }
}

/** Clauses of which all must hold. */
export function factTestsWords(tests: readonly FactTest[], names: Names): string {
  return list(tests.map((test) => factTestWords(test, names)));
}

type OnDay = Extract<FactTest, { readonly fact: string }>;

const onWords = ({ on }: OnDay, names: Names) => (on === undefined ? '' : ` ${onDayWords(on, names)}`);

/** Fields whose id alone would read badly. */
const fieldNames: Readonly<Record<string, string>> = { duties: 'kind of work', kind: 'kind', of: 'kind' };

/** What a field holds, as words. */
function held(field: string, value: string | number, names: Names): string {
  if (typeof value === 'string' && field === 'course') return names.course(value);
  if (typeof value === 'string' && names.isAuthority(value)) return names.authority(value);
  return typeof value === 'string' && field === 'credential' ? names.credential(value) : stated(value);
}

const fieldName = (field: string) => fieldNames[field] ?? inWords(field);

/** Days of an entry, as a reader calls them. */
const dayFields: Readonly<Record<string, string>> = {
  completed: 'its completion',
  started: 'its start',
  ended: 'its end',
  issued: 'its issue',
  from: 'its start',
  until: 'its end',
  expires: 'its expiry',
};

const dayField = (field: string) => dayFields[field] ?? `“${inWords(field)}”`;

function lies({ from, to }: Extract<FieldTest, { readonly test: 'within' }>, names: Names): string {
  if (from === undefined) return to === undefined ? 'is stated' : `lies on or before ${dayWords(to, names)}`;
  if (to === undefined) return `lies on or after ${dayWords(from, names)}`;
  return `lies ${windowWords({ from, to }, names)}`;
}
