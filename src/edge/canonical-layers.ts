import * as z from 'zod';
import { type Change, type Layer, type OverlayBase, things, verbs } from '../model/layer.js';
import { jurisdiction, version } from './authored-pack.js';
import { cites } from './canonical-values.js';
import { exactly, id, list, optional, phrase, text } from './shapes.js';

/** A version, or what a series of versions begins with. */
const versions = phrase('a version', 'such as `1.4.2`, or `1.4` or `1` for all that begin so', (value) =>
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){0,2}(-[0-9A-Za-z.-]+)?$/.test(value) ? value : undefined,
);

/** What an overlay lies on. */
export const base: z.ZodType<OverlayBase> = exactly<OverlayBase>()({ id, version: versions });

/** What a resolved pack remembers of its overlays. */
export const layers: z.ZodType<readonly Layer[]> = list(
  exactly<Layer>()({
    id,
    version,
    title: text,
    authority: text,
    jurisdiction,
    extends: base,
    changes: list(
      exactly<Change>()({
        edit: z.enum(verbs),
        thing: z.enum(things),
        at: id,
        edition: optional(id),
        field: optional(text),
        below: optional(id),
        was: optional(z.unknown()),
        cite: cites,
      }),
    ),
  }),
  1,
);
