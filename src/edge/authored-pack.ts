import type * as z from 'zod';
import type { RulePack } from '../model/pack.js';
import { amounts, applications, designation } from './authored-amounts.js';
import { agreement, catalogue, framework } from './authored-catalogue.js';
import { authority, citation, fact, fields, force, milestone, units } from './authored-declarations.js';
import { editions } from './authored-edition.js';
import { standings, term } from './authored-standings.js';
import { prose, standing } from './authored-values.js';
import type { ShapeOf } from './drift.js';
import { format } from './format.js';
import { byId, day, exactly, id, list, optional, phrase } from './shapes.js';

/** A country such as `us`, or one of its parts: ISO 3166-2 in lower case. */
export const jurisdiction: z.ZodType<string> = phrase(
  'a jurisdiction',
  'ISO 3166-2 in lower case, such as `us`',
  (text) => (/^[a-z]{2}(-[a-z0-9]{1,3})?$/.test(text) ? text : undefined),
);

/** A semantic version. */
export const version: z.ZodType<string> = phrase('a version', 'such as `1.0.0`', (text) =>
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/.test(text) ? text : undefined,
);

/** A pack without what only the compiler sees. */
export type PackShape = Omit<RulePack, '~ids'>;
type Partially<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]?: T[P] };

/** The keys of a pack; each may stand in a file of its own. */
export const packKeys: readonly string[] = [
  ...['format', 'id', 'version', 'title', 'aliases', 'authority', 'jurisdiction', 'force', 'designation'],
  ...['applications', 'notes', 'citations', 'governedBy', 'milestones', 'facts', 'fields', 'units', 'amounts'],
  ...['calendars', 'framework', 'catalogue', 'agreements', 'terms', 'standings', 'editions'],
];

/** A whole authored pack, its files put together; `names` are the ids of the editions that have files, in the list's order. */
export function authoredPack(names: readonly (string | undefined)[]): z.ZodType<PackShape> {
  const given = exactly<Written>()({ ...authoredKeys, editions: editions(names) });
  return given.transform((pack) => ({ milestones: {}, facts: {}, ...pack }));
}

/** What nobody writes: `resolve` does. */
type Written = Omit<Partially<PackShape, 'milestones' | 'facts'>, 'layers'>;

/** How each key of a pack is written, wherever it stands. */
export const authoredKeys: ShapeOf<Written> = {
  format,
  id,
  version,
  title: prose,
  aliases: optional(list(prose)),
  authority,
  jurisdiction,
  force,
  designation: optional(designation),
  applications: optional(applications),
  notes: optional(list(prose)),
  citations: byId(citation),
  governedBy: standing(id),
  milestones: optional(byId(milestone)),
  facts: optional(byId(fact)),
  fields: optional(fields),
  units: optional(units),
  amounts: optional(amounts),
  calendars: optional(byId(list(day))),
  framework: optional(framework),
  catalogue: optional(catalogue),
  agreements: optional(byId(agreement)),
  terms: optional(byId(term)),
  standings: optional(standings),
  editions: editions([]),
};
