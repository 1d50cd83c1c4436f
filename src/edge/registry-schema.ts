import * as z from 'zod';
import type { Force } from '../model/pack.js';
import type {
  Confidence,
  CoverageGap,
  Place,
  Programme,
  RegisteredFramework,
  RegisteredProvider,
  RegistryData,
  Sought,
} from '../model/registry.js';
import type { Citation, Cite, NotEstablished } from '../model/value.js';
import { authoredAcceptances, canonicalAcceptances } from './acceptance-schema.js';
import { force, href, seen } from './authored-declarations.js';
import { jurisdiction } from './authored-pack.js';
import { cite, prose } from './authored-values.js';
import { cites } from './canonical-values.js';
import { format } from './format.js';
import { isMapping } from './plain-data.js';
import { byId, choosing, exactly, id, list, optional, strict, text } from './shapes.js';

type Unknown = Omit<NotEstablished<Force>, 'atLeast' | 'atMost'>;

/** How what two forms write differently is read. */
interface Form {
  readonly cite: z.ZodType<readonly Cite[]>;
  readonly unknown: z.ZodType<Unknown>;
  readonly portable: typeof canonicalAcceptances;
}

/** The file `registry.yaml`. */
export const authoredRegistry: z.ZodType<RegistryData> = registryOf({
  cite,
  unknown: strict({ notEstablished: prose, cite: optional(cite) }).transform(
    ({ notEstablished, ...rest }): Unknown => ({ standing: 'notEstablished', because: notEstablished, ...rest }),
  ),
  portable: authoredAcceptances,
});

/** A registry in its canonical form. */
export const canonicalRegistry: z.ZodType<RegistryData> = registryOf({
  cite: cites,
  unknown: exactly<Unknown>()({ standing: z.literal('notEstablished'), because: text, cite: optional(cites) }),
  portable: canonicalAcceptances,
});

function registryOf({ cite, unknown, portable }: Form): z.ZodType<RegistryData> {
  const gap = exactly<CoverageGap>()({ notEstablished: z.enum(['notResearched', 'rulesNotSeen']) });
  const extent = z.enum(['covered', 'partial', 'none']);
  const confidence: z.ZodType<Confidence> = z.enum(['several', 'single', 'inferred', 'conflict']);
  const found = exactly<Exclude<Sought, string>>()({ cite });
  const notFound = z.literal('notFound');
  const sought = choosing<Sought>(
    (input) => (isMapping(input) ? found : notFound),
    () => [notFound, found],
  );
  const known = { confidence, cite, notes: optional(list(prose, 1)) };
  const { notes: _, ...sourced } = known;
  return exactly<RegistryData>()({
    format,
    citations: byId(exactly<Omit<Citation, 'confidence'>>()({ title: prose, href, seen, era: optional(prose) })),
    jurisdictions: byId(exactly<Place>()({ title: prose, coverage: optional(gap) })),
    programmes: byId(
      exactly<Programme>()({
        title: prose,
        jurisdiction,
        force: choosing<Programme['force']>(
          (input) => (isMapping(input) ? unknown : force),
          () => [force, unknown],
        ),
        coverage: choosing<Programme['coverage']>(
          (input) => (isMapping(input) ? gap : extent),
          () => [extent, gap],
        ),
        pack: optional(id),
        ...known,
      }),
    ),
    frameworks: byId(
      exactly<RegisteredFramework>()({
        title: prose,
        publisher: prose,
        adoption: z.enum(['adopted', 'published', 'notAdopted']),
        says: prose,
        pack: optional(id),
        crosswalks: optional(byId(sought)),
        ...sourced,
      }),
    ),
    providers: byId(
      exactly<RegisteredProvider>()({ title: prose, href: optional(href), approvals: byId(sought), ...known }),
    ),
    acceptances: optional(portable.acceptances),
    relations: optional(portable.relations),
  });
}
