import { type Document, nextDocument, seeds } from './documents.js';
import { type Random, randomFrom } from './random.js';
import { inputFor, type Reader, readers, unclear } from './readers.js';

/** One reading that should not have gone as it went. */
export interface Fault {
  /** The document can be made again from this number alone. */
  readonly seed: number;
  readonly reader: string;
  readonly what: string;
}

/** How all readings went. */
export interface Report {
  readonly documents: number;
  readonly readings: number;
  readonly faults: readonly Fault[];
  /** How often each reader accepted or refused, and each code of an issue came, by `reader: code`. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** The slowest reading of each reader, in milliseconds on the clock and of the processor. */
  readonly slowest: ReadonlyMap<string, { readonly clock: number; readonly processor: number; readonly seed: number }>;
}

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly readers?: readonly Reader[];
  readonly make?: (random: Random) => Document;
  readonly progress?: (done: number, faults: readonly Fault[]) => void;
}

/** Reads so many documents with every reader, and reports what threw, told nothing clear, or touched a prototype. */
export function hostile({ runs, seed, readers: all = readers(), make, progress }: Options): Report {
  const known = make === undefined ? seeds() : { values: [], texts: [] };
  const faults: Fault[] = [];
  const outcomes = new Map<string, number>();
  const slowest = new Map<string, { clock: number; processor: number; seed: number }>();
  const count = (what: string) => outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  const untouched = prototypes();
  let readings = 0;
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run);
    const document = make?.(random) ?? nextDocument(known, random);
    count(`made: ${document.origin}`);
    for (const reader of all) {
      const given = inputFor(reader, document);
      if (given === undefined) continue;
      readings += 1;
      const fault = (what: string) => faults.push({ seed: seed + run, reader: reader.name, what });
      const [clock, used] = [performance.now(), process.cpuUsage()];
      try {
        const issues = reader.read(given.input);
        count(`${reader.name}: ${issues.length === 0 ? 'accepted' : 'refused'}`);
        for (const code of new Set(issues.map((issue) => issue.code))) count(`issue: ${code}`);
        const wrong = unclear(issues, reader.of);
        if (wrong !== undefined) fault(wrong);
      } catch (error) {
        fault(`threw ${error instanceof Error ? (error.stack ?? error.message).slice(0, 900) : String(error)}`);
      }
      const took = {
        clock: performance.now() - clock,
        processor: milliseconds(process.cpuUsage(used)),
        seed: seed + run,
      };
      if (took.clock > (slowest.get(reader.name)?.clock ?? 0)) slowest.set(reader.name, took);
      if (prototypes() !== untouched) fault('a prototype has other keys than before');
    }
    if (run % 1000 === 999) progress?.(run + 1, faults);
  }
  return { documents: runs, readings, faults, outcomes, slowest };
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

const shared = [Object, Array, String, Number, Boolean, Function, Map, Set, RegExp, Error];

/** What every object inherits, as one text. */
function prototypes(): string {
  return shared.map((each) => Reflect.ownKeys(each.prototype).length).join();
}
