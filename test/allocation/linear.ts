/** A mixed integer program, written line by line in the LP format. */
export interface Program {
  /** Sum of terms at most `limit`. */
  readonly atMost: (terms: readonly Term[], limit: number) => void;
  /** A variable from 0 to `most`. */
  readonly variable: (name: string, most: number, whole: boolean) => string;
  /** The text of the program that makes this sum as large as it can be. */
  readonly maximise: (terms: readonly Term[]) => string;
}

export type Term = readonly [coefficient: number, variable: string];

/** An empty program. */
export function program(): Program {
  const rows: string[] = [];
  const bounds: string[] = [];
  const wholes: string[] = [];
  // One term a line: readers limit the length of a line.
  const sum = (terms: readonly Term[]) =>
    terms.map(([by, name]) => `${by < 0 ? '-' : '+'} ${Math.abs(by)} ${name}`).join('\n ');
  return {
    atMost: (terms, limit) => rows.push(` r${rows.length}: ${sum(terms)} <= ${limit}`),
    variable: (name, most, whole) => {
      bounds.push(` 0 <= ${name} <= ${most}`);
      if (whole) wholes.push(` ${name}`);
      return name;
    },
    maximise: (terms) =>
      [
        ...['Maximize', ` goal: ${sum(terms)}`],
        ...['Subject To', ...rows],
        ...['Bounds', ...bounds],
        ...(wholes.length > 0 ? ['Generals', ...wholes] : []),
        ...['End', ''],
      ].join('\n'),
  };
}
