import { providerNamed } from '../compile/catalogue.js';
import { day, list } from '../explain/words.js';
import type { Catalogue, Course } from '../model/catalogue.js';
import { marks } from './cite-marks.js';
import { plain, table } from './markdown.js';
import { moneyTold } from './money-words.js';
import type { Programme } from './programme.js';
import { factTestsWords } from './test-words.js';
import { valueWords } from './value-words.js';

/** The courses by set, pairs and the like in one row; then those of which no set is known. */
export function courseLines(programme: Programme): readonly string[] {
  const { catalogue, framework } = programme.pack;
  if (catalogue === undefined || catalogue.courses.length === 0) return [];
  const sets = Object.entries(framework?.sets ?? {});
  const bySet = sets.flatMap(([id, { title }]) => [
    ...catalogue.courses
      .filter(({ covers = [] }) => covers.includes(id))
      .map((one) => courseRow(title, [one], programme)),
    ...bundlesOf(catalogue, id).map((courses) => courseRow(title, courses, programme)),
  ]);
  const inBundles = new Set((catalogue.bundles ?? []).flatMap(({ courses }) => courses));
  const others = catalogue.courses
    .filter(({ id, covers = [] }) => covers.length === 0 && !inBundles.has(id))
    .map((one) => courseRow(sets.length === 0 ? '' : 'not known', [one], programme));
  const head = ['Set', 'Course', 'Provider', 'Length', 'Cost', 'Only for', 'Approved', 'Source'];
  return table(head, [...bySet, ...others]);
}

function bundlesOf(catalogue: Catalogue, set: string): readonly (readonly Course[])[] {
  return (catalogue.bundles ?? [])
    .filter(({ covers }) => covers.includes(set))
    .map(({ courses }) => courses.flatMap((id) => catalogue.courses.find((course) => course.id === id) ?? []));
}

/** One row for one course, or for courses that count only together. */
function courseRow(set: string, courses: readonly Course[], programme: Programme): readonly string[] {
  const each = (say: (course: Course) => string) => [...new Set(courses.map(say).filter((text) => text !== ''))];
  const titles = list(courses.map(({ title }) => plain(title)));
  const retired = each(({ retired: why }) => (why === undefined ? '' : `No longer offered. ${plain(why)}`)).join(' ');
  return [
    plain(set),
    [courses.length > 1 ? `${titles} (only together)` : titles, retired].filter((text) => text !== '').join('. '),
    each((course) => plain(providerNamed(course.provider, programme.pack.catalogue)?.title ?? course.provider)).join(
      '; ',
    ),
    each(({ length }) => (length === undefined ? '' : plain(valueWords(length, String, 'length')))).join('; '),
    each((course) => costWords(course, programme)).join('; '),
    each(({ openTo }) => (openTo === undefined ? '' : plain(factTestsWords(openTo, programme.names)))).join('; '),
    each(approvalWords).join('; '),
    each(({ cite }) => marks(cite)).join(''),
  ];
}

/** What a course says of its cost, in words or as a price; else where its provider's price stands. */
function costWords(course: Course, programme: Programme): string {
  const { cost, price } = course;
  const told = price && moneyTold(price.amount, price.unit, programme.names);
  const words = cost === undefined ? [] : [plain(valueWords(cost, String, 'text'))];
  if (told) words.push([plain(told.how), ...told.changes].join(': '));
  const isPriced = providerNamed(course.provider, programme.pack.catalogue)?.price !== undefined;
  return words.length === 0 && isPriced ? 'the price of its provider, below' : words.join('; ');
}

/** When a course was approved, or on which days a public text called it so. */
export function approvalWords({ approvals = [], seenApproved = [] }: Course): string {
  const periods = approvals.map(
    ({ from, until }) => `from ${day(from)}${until === undefined ? '' : ` until before ${day(until)}`}`,
  );
  const seen = seenApproved.length === 0 ? [] : [`called approved on ${list(seenApproved.map(day))}`];
  return [...periods, ...seen].join('; ');
}
