import type { Overlay } from '../overlay/overlay.js';
import { authoredOverlay } from './authored-overlay.js';
import { canonicalOverlay } from './canonical-overlay.js';
import { check } from './check.js';
import type { Issue } from './issues.js';
import { authoredIssue, located, type Mount, type Placed } from './locate.js';
import { inOrder, type TextFile } from './pack-files.js';
import { plain } from './plain.js';
import { readYaml } from './yaml.js';

/** An overlay, or everything that is wrong with it by itself. Whether it lies on its base is asked by `resolve`. */
export type OverlayResult =
  | { readonly ok: true; readonly overlay: Overlay }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks plain data as an overlay in its canonical form, such as a built `<id>.json`: known keys only, and values of the form that their
 * fields have.
 *
 * `parseOverlay({})` lists every key that is missing.
 */
export function parseOverlay(input: unknown): OverlayResult {
  const data = plain(input);
  if (!data.ok) return data;
  const result = check(canonicalOverlay, data.value);
  return result.ok ? { ok: true, overlay: result.value } : result;
}

/**
 * Reads the file `overlay.yaml` of an overlay's folder; cases and records beside it are passed over.
 *
 * `readOverlay([{ path: 'overlay.yaml', text: 'format: 1' }])` lists every key that is missing.
 */
export function readOverlay(files: readonly TextFile[]): OverlayResult {
  const opened = openOverlay(files);
  return opened.ok ? { ok: true, overlay: opened.overlay } : opened;
}

/** An overlay with the places in its file: of a path in what was written, and of an issue about the pack that it makes. */
export interface OpenedOverlay {
  readonly ok: true;
  readonly overlay: Overlay;
  readonly at: <I extends Placed>(issue: I) => I;
  readonly placed: <I extends Placed>(issue: I, pack: unknown) => I;
}

/** As `readOverlay`, for who has more to say about what was written where. */
export function openOverlay(
  files: readonly TextFile[],
): OpenedOverlay | { readonly ok: false; readonly issues: readonly Issue[] } {
  const file = files.find(({ path }) => path === 'overlay.yaml');
  if (file === undefined) return { ok: false, issues: [{ code: 'missingFile', path: [], found: 'overlay.yaml' }] };
  const yaml = readYaml(file.text, file.path);
  if (!yaml.ok) return yaml;
  const mounts: readonly Mount[] = [{ at: [], file: file.path, yaml: yaml.value }];
  const at = <I extends Placed>(issue: I): I => located(issue, mounts);
  const result = check(authoredOverlay, yaml.value.data);
  if (!result.ok) return { ok: false, issues: inOrder(result.issues.map(at)) };
  const placed = <I extends Placed>(issue: I, pack: unknown): I => at(authoredIssue(issue, pack, yaml.value.data));
  return { ok: true, overlay: result.value, at, placed };
}
