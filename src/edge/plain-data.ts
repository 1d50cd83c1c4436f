/** Whether a value is a mapping: an object, but no list, map, date or the like. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** A value in one line, cut short; what lies deep is left out, so that any value can be shown. */
export function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = inline(value, 2).replace(/\s+/g, ' ');
  // A character that is cut in two is left out.
  return text.length > 60 ? `${text.slice(0, 57).replace(/\p{Cs}$/u, '')}...` : text;
}

function inline(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === 0) return '...';
  if (Array.isArray(value)) {
    return `[${value
      .slice(0, 20)
      .map((each) => inline(each, depth - 1))
      .join(', ')}]`;
  }
  const entries = Object.entries(value).slice(0, 20);
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, inner]) => `${key}: ${inline(inner, depth - 1)}`).join(', ')} }`;
}
