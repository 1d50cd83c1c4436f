/** A JSON Schema as `certifiable` writes it: with the keywords that are compared below, and no others. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** The keywords that mean something here; a schema with another one cannot be compared. */
const known = [
  ...['$ref', '$defs', '$schema', 'title', 'description', 'type', 'const', 'enum', 'anyOf', 'not', 'properties'],
  ...['required', 'additionalProperties', 'propertyNames', 'items', 'prefixItems', 'pattern', 'minItems', 'maxItems'],
  ...['minLength', 'minimum', 'maximum', 'exclusiveMinimum'],
];

/**
 * What the later of two schemas refuses although the earlier one accepts it: a line for each place. Nothing, if it has only grown.
 *
 * `narrowed({ type: 'object', required: [] }, { type: 'object', required: ['id'] }, 'pack')` is `["pack: `id` is required now"]`.
 */
export function narrowed(before: Schema, after: Schema, name: string): readonly string[] {
  const known = new Map<Schema, Map<Schema, readonly string[]>>();
  return compare(before, after, name);

  function compare(old: Schema, now: Schema, at: string): readonly string[] {
    const [from, to] = [resolved(old, before), resolved(now, after)];
    const seen = known.get(from)?.get(to);
    if (seen !== undefined) return seen;
    // What is asked again below itself is as good as the rest of it.
    known.set(from, (known.get(from) ?? new Map()).set(to, []));
    const found = told(from, to, at);
    known.get(from)?.set(to, found);
    return found;
  }

  function told(old: Schema, now: Schema, at: string): readonly string[] {
    for (const key of [...Object.keys(old), ...Object.keys(now)]) comparable(key);
    if (old.anyOf) return old.anyOf.flatMap((each) => compare(each, now, at));
    if (now.anyOf) {
      const ways = now.anyOf.map((each) => compare(old, each, at));
      return ways.reduce((best, way) => (way.length < best.length ? way : best), ways[0] ?? []);
    }
    return [...values(old, now, at), ...bounds(old, now, at), ...keys(old, now, at), ...entries(old, now, at)];
  }

  function keys(old: Schema, now: Schema, at: string): readonly string[] {
    const rest = now.additionalProperties ?? true;
    const lost = Object.entries(old.properties ?? {}).flatMap(([key, schema]) => {
      const later = now.properties?.[key] ?? rest;
      if (later === true) return [];
      return later === false ? [`${at}: \`${key}\` is no key any more`] : compare(schema, later, `${at}.${key}`);
    });
    const asked = (now.required ?? []).filter((key) => !old.required?.includes(key));
    const open = old.additionalProperties ?? old.type === 'object';
    const others =
      open === false || rest === true
        ? []
        : rest === false
          ? [`${at}: other keys are refused now`]
          : compare(open === true ? {} : open, rest, `${at}.*`);
    const names = now.propertyNames ? compare(old.propertyNames ?? {}, now.propertyNames, `${at}, a key`) : [];
    return [...lost, ...asked.map((key) => `${at}: \`${key}\` is required now`), ...others, ...names];
  }

  function entries(old: Schema, now: Schema, at: string): readonly string[] {
    const first = (now.prefixItems ?? []).flatMap((each, index) =>
      compare(old.prefixItems?.[index] ?? old.items ?? {}, each, `${at}[${index}]`),
    );
    return now.items ? [...first, ...compare(old.items ?? {}, now.items, `${at}[]`)] : first;
  }
}

function comparable(key: string): void {
  if (!known.includes(key)) throw new Error(`a schema with \`${key}\` cannot be compared`);
}

function resolved(schema: Schema, top: Schema): Schema {
  const [, name] = /^#\/\$defs\/(.*)$/.exec(schema.$ref ?? '') ?? [];
  if (schema.$ref === undefined) return schema;
  const found = schema.$ref === '#' ? top : top.$defs?.[name ?? ''];
  if (found === undefined) throw new Error(`${schema.$ref} leads nowhere`);
  return resolved(found, top);
}

/** Types and single values. */
function values(old: Schema, now: Schema, at: string): readonly string[] {
  const isWider = now.type === undefined || old.type === now.type || (old.type === 'integer' && now.type === 'number');
  const listed = ({ const: only, enum: all }: Schema) => (only === undefined ? all : [only]);
  const [some, may] = [listed(old), listed(now)];
  const lost = may && some ? some.filter((value) => !may.includes(value)).map((value) => JSON.stringify(value)) : [];
  return [
    ...(isWider || some ? [] : [`${at}: ${old.type ?? 'anything'} must be ${now.type} now`]),
    ...(may && !some ? [`${at}: only ${JSON.stringify(may)} now`] : []),
    ...lost.map((value) => `${at}: ${value} is no value any more`),
  ];
}

/** Lengths, numbers and forms of text; one that is equal, or gone, refuses nothing. */
function bounds(old: Schema, now: Schema, at: string): readonly string[] {
  const least = (['minItems', 'minLength', 'minimum', 'exclusiveMinimum'] as const).filter(
    (key) => now[key] !== undefined && now[key] > (old[key] ?? (key.endsWith('imum') ? Number.NEGATIVE_INFINITY : 0)),
  );
  const most = (['maxItems', 'maximum'] as const).filter(
    (key) => now[key] !== undefined && now[key] < (old[key] ?? Number.POSITIVE_INFINITY),
  );
  const isOther = (key: 'pattern' | 'not') =>
    now[key] !== undefined && JSON.stringify(now[key]) !== JSON.stringify(old[key]);
  const forms = (['pattern', 'not'] as const).filter(isOther);
  return [...least, ...most, ...forms].map((key) => `${at}: ${key} is ${JSON.stringify(now[key])} now`);
}
