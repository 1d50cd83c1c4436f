import type { Edit, Overlay, RulePack } from 'certifiable';

/**
 * What overlays come to, found another way: edits are tried on a table of values, one by one and in pairs. Two edits of layers that are not
 * ordered go together if each still finds what it expects after the other, and both orders come to the same. Imports types only.
 */

/** A table of values: a row for each requirement of an edition, and for each amount. */
export type Table = ReadonlyMap<string, Row>;
interface Row {
  readonly parent?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** One edit in one edition, or beside them. */
interface Step {
  readonly layer: string;
  readonly edit: Edit;
  readonly edition: string;
}

export interface Verdict {
  readonly ok: boolean;
  /** Layers with an edit that fails by itself, of those that lie on the base alone. */
  readonly failing: readonly string[];
  /** Pairs of layers, of those that lie on the base alone, whose edits do not go together. */
  readonly colliding: readonly string[];
  readonly table?: Table;
}

const row = (edition: string, id: string) => `${edition}/${id}`;
const beside = '';

/** A pack as a table, citations left out. */
export function tableOf(pack: RulePack): Table {
  const table = new Map<string, Row>();
  const visit = (edition: string, own: Readonly<Record<string, unknown>>, parent?: string): void => {
    const { id, of, cite: _, ...fields } = own;
    table.set(row(edition, String(id)), { fields, ...(parent !== undefined && { parent }) });
    for (const child of (of ?? []) as readonly Readonly<Record<string, unknown>>[]) visit(edition, child, String(id));
  };
  for (const { id, stages } of pack.editions)
    for (const { requirement } of stages) visit(id, requirement as unknown as Readonly<Record<string, unknown>>);
  for (const [id, { cite: _, ...fields }] of Object.entries(pack.amounts ?? {})) table.set(row(beside, id), { fields });
  return table;
}

export function judged(base: RulePack, overlays: readonly Overlay[]): Verdict {
  const start = tableOf(base);
  const editions = base.editions.map(({ id }) => id);
  const byId = new Map(overlays.map((each) => [each.id, each]));
  const under = (id: string): readonly Overlay[] => {
    const below = byId.get(byId.get(id)?.extends.id ?? '');
    return below ? [...under(below.id), below] : [];
  };
  const found = overlays.map((overlay) => {
    const state = under(overlay.id).reduce(
      (table, each) => steps(table, each, editions).good.reduce(made, table),
      start,
    );
    return { overlay, state, ...steps(state, overlay, editions) };
  });
  const plain = found.filter(({ overlay }) => overlay.extends.id === base.id);
  const failing = plain.filter(({ bad }) => bad > 0).map(({ overlay }) => overlay.id);
  const ordered = (a: string, b: string) => under(a).some(({ id }) => id === b) || under(b).some(({ id }) => id === a);
  const clashes = pairs(found.flatMap(({ good, state }) => good.map((step) => ({ step, state })))).filter(
    ([one, other]) =>
      (one.step.layer === other.step.layer
        ? one.step.edit !== other.step.edit
        : !ordered(one.step.layer, other.step.layer)) && !together(one, other),
  );
  const colliding = clashes
    .map(([one, other]) => [one.step.layer, other.step.layer].sort())
    .filter((both) => both.every((id) => plain.some(({ overlay }) => overlay.id === id)))
    .map((both) => both.join(' '));
  if (found.some(({ bad }) => bad > 0) || clashes.length > 0)
    return { ok: false, failing: [...new Set(failing)].sort(), colliding: [...new Set(colliding)].sort() };
  const inOrder = [...overlays].sort((a, b) => under(a.id).length - under(b.id).length);
  const table = inOrder
    .flatMap((overlay) => found.find((each) => each.overlay === overlay)?.good ?? [])
    .reduce(made, start);
  const isFull = [...table].every(
    ([key, { fields }]) =>
      fields.kind !== 'allOf' ||
      [...table].some(([other, { parent }]) => parent !== undefined && row(editionOf(other), parent) === key),
  );
  return { ok: isFull, failing: [], colliding: [], ...(isFull && { table }) };
}

const editionOf = (key: string) => key.slice(0, key.indexOf('/'));
const idOf = (key: string) => key.slice(key.indexOf('/') + 1);

/** The edits of a layer, one for each edition that is meant, and how many of them find nothing or something else. */
function steps(
  table: Table,
  { id: layer, edits }: Overlay,
  all: readonly string[],
): { readonly good: readonly Step[]; readonly bad: number } {
  let bad = 0;
  const refused = new Set<Edit>();
  const good = edits.flatMap((edit) => {
    const wanted = edit.thing === 'amount' ? [beside] : edit.in === 'all' ? all : (edit.in ?? []);
    const anchor = edit.edit === 'add' ? edit.below : edit.at;
    const meant = edit.in === 'all' ? wanted.filter((edition) => table.has(row(edition, anchor ?? ''))) : wanted;
    if (meant.length === 0) {
      bad += 1;
      refused.add(edit);
    }
    return meant.flatMap((edition): readonly Step[] => {
      const step = { layer, edit, edition };
      if (fine(table, step)) return [step];
      bad += 1;
      refused.add(edit);
      return [];
    });
  });
  return { good: good.filter(({ edit }) => !refused.has(edit)), bad };
}

/** Whether an edit finds what it expects, and does something. */
function fine(table: Table, { edit, edition }: Step): boolean {
  const there = table.get(row(edition, edit.at));
  if (edit.edit === 'add') {
    if (there !== undefined) return false;
    return edit.thing === 'amount' || table.get(row(edition, edit.below ?? ''))?.fields.kind === 'allOf';
  }
  if (there === undefined) return false;
  const { fields } = there;
  switch (edit.edit) {
    case 'set':
      if (edit.field === 'atLeast' && fields.kind !== 'total') return false;
      return equal(fields[edit.field], edit.expects) && !equal(fields[edit.field], edit.to);
    case 'replace':
      return finds(fields, edit.expects) && !equal(fields, edit.to);
    case 'remove':
      return finds(fields, edit.expects) && there.parent !== undefined;
  }
}

const equal = (a: unknown, b: unknown) => text(a) === text(b);
const finds = (fields: Row['fields'], expects: Row['fields']) =>
  Object.entries(expects).every(([field, value]) => equal(fields[field], value));

function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing';
  const entries = Object.entries(value).map(([key, inner]) => `${key}:${text(inner)}`);
  return Array.isArray(value) ? `[${entries}]` : `{${entries.sort()}}`;
}

function made(table: Table, { edit, edition }: Step): Table {
  const next = new Map(table);
  const key = row(edition, edit.at);
  const there = table.get(key);
  if (edit.edit === 'add') {
    next.set(key, { fields: edit.value, ...(edit.below !== undefined && { parent: edit.below }) });
    return next;
  }
  if (there === undefined) return table;
  if (edit.edit === 'set') next.set(key, { ...there, fields: { ...there.fields, [edit.field]: edit.to } });
  else {
    for (const gone of below(table, edition, edit.at)) next.delete(gone);
    if (edit.edit === 'replace') next.set(key, { ...there, fields: edit.to });
  }
  return next;
}

/** A row and all below it. */
function below(table: Table, edition: string, id: string): readonly string[] {
  const children = [...table].filter(([key, { parent }]) => parent === id && editionOf(key) === edition);
  return [row(edition, id), ...children.flatMap(([key]) => below(table, edition, idOf(key)))];
}

interface Placed {
  readonly step: Step;
  readonly state: Table;
}

function together(one: Placed, other: Placed): boolean {
  if (bringsInto(one, other) || bringsInto(other, one)) return false;
  // Layers may lie on different ones: then each is tried on what it lies on, with the other's edit where that can be made.
  return [one, other].every(({ state }) => {
    const [first, second] = [fine(state, one.step), fine(state, other.step)];
    if (!first || !second) return true;
    const [onlyOne, onlyOther] = [made(state, one.step), made(state, other.step)];
    if (!fine(onlyOne, other.step) || !fine(onlyOther, one.step)) return false;
    return shown(made(onlyOne, other.step)) === shown(made(onlyOther, one.step));
  });
}

/** Whether after the one edit the other means an edition that it did not mean before. */
function bringsInto({ step: one }: Placed, { step: other, state }: Placed): boolean {
  if (other.edit.in !== 'all' || !fine(state, one)) return false;
  const anchor = (other.edit.edit === 'add' ? other.edit.below : other.edit.at) ?? '';
  const key = row(one.edition, anchor);
  return !state.has(key) && made(state, one).has(key);
}

/** A table as one text, whatever the order of its rows. */
export const shown = (table: Table): string =>
  [...table]
    .map(([key, value]) => `${key} ${text(value)}`)
    .sort()
    .join('\n');

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other): readonly [T, T] => [one, other]));
}
