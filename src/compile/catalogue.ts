import type { Bundle, Catalogue, Course, Provider } from '../model/catalogue.js';
import type { RulePack } from '../model/pack.js';
import { currencyUnit, entriesOf } from './amounts.js';
import type { CompiledCourse, Offer } from './ruleset.js';
import { requireDay } from './units.js';

/** Courses by id, with the days of their approvals and the bundles that they are part of. */
export function compileCourses(pack: RulePack): ReadonlyMap<string, CompiledCourse> {
  const bundles = (pack.catalogue?.bundles ?? []).map(bundleOffer);
  return new Map(
    (pack.catalogue?.courses ?? []).map((course) => {
      const covers = course.covers ?? [];
      const mine = bundles.filter((bundle) => bundle.courses.includes(course.id));
      const compiled: CompiledCourse = {
        course,
        ...termsOf(course, pack.catalogue),
        approvals: (course.approvals ?? []).map((a, i) => ({
          from: requireDay(a.from, `catalogue.courses.${course.id}.approvals.${i}.from`),
          until:
            a.until === undefined
              ? undefined
              : requireDay(a.until, `catalogue.courses.${course.id}.approvals.${i}.until`),
        })),
        seenApproved: (course.seenApproved ?? [])
          .map((day, i) => requireDay(day, `catalogue.courses.${course.id}.seenApproved.${i}`))
          .sort((a, b) => a - b),
        covers,
        mayCover: [...new Set([...covers, ...mine.flatMap((bundle) => bundle.covers)])],
        bundles: mine,
      };
      return [course.id, compiled];
    }),
  );
}

/** Who offers a course, and who may take it at what price; what it does not say of itself its provider says. */
function termsOf(
  { id, provider: named, openTo, price, cost, cite }: Course,
  catalogue: Catalogue | undefined,
): Pick<CompiledCourse, 'provider' | 'openTo' | 'price'> {
  const provider = providerNamed(named, catalogue);
  const tests = openTo ?? provider?.openTo;
  // What a course says in words of its own cost is nearer than what its provider asks for all.
  const asked = price ?? (cost === undefined ? provider?.price : undefined);
  const cites = (price ? cite : provider?.cite) ?? [];
  return {
    provider: provider?.title ?? named,
    ...(tests && { openTo: { tests, cite: (openTo ? cite : provider?.cite) ?? [] } }),
    ...(asked && {
      price: {
        unit: currencyUnit(asked.unit),
        entries: entriesOf(asked.amount, `catalogue.courses.${id}.price`, cites),
      },
    }),
  };
}

/** The provider with that id or, if none has it, that title. */
export function providerNamed(name: string, catalogue: Catalogue | undefined): Provider | undefined {
  const providers = catalogue?.providers ?? {};
  if (Object.hasOwn(providers, name)) return providers[name];
  return Object.values(providers).find(({ title }) => title === name);
}

/** What covers each competency set: single courses and bundles. */
export function compileOffers(pack: RulePack): ReadonlyMap<string, readonly Offer[]> {
  const offers = new Map<string, Offer[]>();
  const singles = (pack.catalogue?.courses ?? []).map(
    (c): Offer => ({ id: c.id, courses: [c.id], covers: c.covers ?? [], cite: c.cite ?? [] }),
  );
  for (const offer of [...singles, ...(pack.catalogue?.bundles ?? []).map(bundleOffer)]) {
    for (const set of offer.covers) offers.set(set, [...(offers.get(set) ?? []), offer]);
  }
  return offers;
}

function bundleOffer(bundle: Bundle): Offer {
  return { id: bundle.id, courses: bundle.courses, covers: bundle.covers, cite: bundle.cite ?? [] };
}

/** A set goes by its title and its aliases as well as by its id; a name that two sets have stands for neither. */
export function setNames({ framework }: RulePack): ReadonlyMap<string, string> {
  const named = Object.entries(framework?.sets ?? {}).flatMap(([id, { title, aliases = [] }]) =>
    [title, ...aliases].map((name): [string, string] => [name, id]),
  );
  return new Map(named.filter(([name, id]) => named.every(([other, of]) => other !== name || of === id)));
}
