import * as z from 'zod';
import type { Audience, Overlay } from '../overlay/overlay.js';
import { authority, citation } from './authored-declarations.js';
import { edit } from './authored-edit.js';
import { jurisdiction, version } from './authored-pack.js';
import { prose } from './authored-values.js';
import { base } from './canonical-layers.js';
import { scalar } from './canonical-values.js';
import { format } from './format.js';
import { byId, day, exactly, id, list, optional } from './shapes.js';

/** An overlay without what only the compiler sees. */
export type OverlayShape = Omit<Overlay, '~ids'>;

const audience = exactly<Audience>()({ says: prose, facts: byId(scalar) });

/** What an overlay says besides its edits and its kind. */
const rest = {
  ...{ format, id, version, title: prose, authority, jurisdiction, extends: base },
  ...{ appliesTo: optional(audience), from: optional(day), until: optional(day) },
  citations: byId(citation),
};

/** The file `overlay.yaml`. */
export const authoredOverlay: z.ZodType<OverlayShape> = exactly<Omit<OverlayShape, 'kind'>>()({
  ...rest,
  edits: list(edit, 1),
}).transform((read): OverlayShape => ({ kind: 'overlay', ...read }));

/** An overlay with edits of some form. */
export function overlayWith(edits: OverlayShape['edits'] extends infer E ? z.ZodType<E> : never): z.ZodType<Overlay> {
  return exactly<OverlayShape>()({ kind: z.literal('overlay'), ...rest, edits });
}
