import { providerNamed } from '../compile/catalogue.js';
import { MONTHS } from '../compile/describe.js';
import type { Edition, RulePack } from '../model/pack.js';

/** What a reader calls the things that rules name by id. */
export interface Names {
  /** A milestone, a named day or the day of the question, to stand inside a sentence. */
  day(id: string): string;
  fact(id: string): string;
  /** A credential that a person may hold. */
  credential(id: string): string;
  course(id: string): string;
  /** A body whose word counts. */
  authority(id: string): string;
  /** Whether an id is that of the body that decides. */
  isAuthority(id: string): boolean;
  /** A competency set; the set at hand is `the set`. */
  set(id: string): string;
  /** A way of assessing work. */
  review(id: string): string;
  /** An agreement under which others' credentials are recognised. */
  agreement(id: string): string;
  /** The question that a form would ask for a field of an entry, where the pack declares one. */
  asks(field: string): string | undefined;
}

/** The titles of a pack and of one of its editions. An id without a title is read as words. */
export function namesOf(pack: RulePack, edition: Edition): Names {
  const providerTitle = (named: string) => providerNamed(named, pack.catalogue)?.title ?? named;
  const fields = Object.assign({}, ...Object.values(pack.fields ?? {})) as Readonly<Record<string, { asks: string }>>;
  return {
    day: (id) => {
      if (id === 'asOf') return 'the day of the question';
      const title = edition.days?.[id]?.title ?? pack.milestones[id]?.title;
      return title === undefined ? inWords(id) : inside(title);
    },
    fact: (id) => pack.facts[id]?.title ?? inWords(id),
    credential: (id) => {
      if (id === pack.id) return pack.title;
      return id.startsWith(`${pack.id}-`) ? `${pack.title}, ${inWords(id.slice(pack.id.length))}` : inWords(id);
    },
    course: (id) => {
      const course = pack.catalogue?.courses.find((one) => one.id === id);
      return course === undefined ? inWords(id) : `“${course.title}” (${providerTitle(course.provider)})`;
    },
    authority: (id) => {
      if (id === pack.authority.id) return pack.authority.title;
      return id === 'provider' ? 'the provider of the course' : inWords(id);
    },
    isAuthority: (id) => id === pack.authority.id,
    set: (id) => (id === '*' ? 'the set' : `“${pack.framework?.sets[id]?.title ?? inWords(id)}”`),
    review: (id) => edition.reviews?.[id]?.title ?? inWords(id),
    agreement: (id) => pack.agreements?.[id]?.title ?? inWords(id),
    asks: (field) => fields[field]?.asks,
  };
}

/** An id as words: `three-years` is `three years`. */
export function inWords(id: string): string {
  return id.replace(/[-_:.]+/g, ' ').trim();
}

/** A title inside a sentence: a small first letter, unless the word is a month, an abbreviation or a name in capitals. */
export function inside(title: string): string {
  if (MONTHS.some((month) => title.startsWith(month))) return title;
  return /^[A-Z](?![A-Z])/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A title or an id in front of a sentence: a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
