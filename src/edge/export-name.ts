/** Words that no module may declare. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static super switch this ' +
    'throw true try typeof var void while with yield'
  ).split(' '),
);

/** The name under which a pack is exported: its id in camel case. `exportName('a-sample')` is `aSample`, `exportName('in')` is `_in`. */
export function exportName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9]+([A-Za-z0-9])?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  return /^\d/.test(camel) || RESERVED.has(camel) ? `_${camel}` : camel;
}
