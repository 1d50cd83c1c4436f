import type { Framework } from '../model/catalogue.js';
import type { RulePack } from '../model/pack.js';
import type { CompetencyLabels, PackTexts } from '../model/texts.js';
import { check, type Result } from './check.js';
import { byId, exactly, text } from './shapes.js';

/** A set that may have labels. */
interface LabelledSet {
  readonly competencies?: CompetencyLabels;
}

const labels = byId(byId(text));
const packTexts = exactly<PackTexts>()({ competencies: labels, earlier: byId(labels) });

/** Checks plain data as the texts of a pack, such as a built `<id>/texts.json`. */
export function parseTexts(input: unknown): Result<PackTexts> {
  return check(packTexts, input);
}

/** A pack as a package ships it, without its long texts, and those. `withTexts` puts them together again. */
export function splitTexts(pack: RulePack): { readonly pack: RulePack; readonly texts: PackTexts } {
  const { framework } = pack;
  if (framework === undefined) return { pack, texts: { competencies: {}, earlier: {} } };
  return {
    pack: { ...pack, framework: labelled(framework, () => undefined) },
    texts: {
      competencies: labelsOf(framework.sets),
      earlier: mapValues(framework.earlier ?? {}, ({ sets }) => labelsOf(sets)),
    },
  };
}

/** A pack with its long texts in their places. Labels of a set that the pack has not are left out. */
export function withTexts(pack: RulePack, { competencies, earlier }: PackTexts): RulePack {
  if (pack.framework === undefined) return pack;
  const framework = labelled(pack.framework, (set, version) => {
    const sets = version === undefined ? competencies : own(earlier, version);
    return sets && own(sets, set);
  });
  return { ...pack, framework };
}

/** A framework whose sets have these labels, if any, and no others; its own version has no name. */
function labelled(
  framework: Framework,
  labels: (set: string, version?: string) => CompetencyLabels | undefined,
): Framework {
  const { sets, earlier } = framework;
  return {
    ...framework,
    sets: mapValues(sets, (set, id) => relabelled(set, labels(id))),
    ...(earlier && {
      earlier: mapValues(earlier, (other, version) => ({
        ...other,
        sets: mapValues(other.sets, (set, id) => relabelled(set, labels(id, version))),
      })),
    }),
  };
}

function relabelled<S extends LabelledSet>(set: S, competencies: CompetencyLabels | undefined): S {
  const { competencies: _, ...rest } = set;
  return (competencies === undefined ? rest : { ...rest, competencies }) as S;
}

function labelsOf(sets: Readonly<Record<string, LabelledSet>>): Readonly<Record<string, CompetencyLabels>> {
  return Object.fromEntries(
    Object.entries(sets).flatMap(([id, { competencies }]) => (competencies === undefined ? [] : [[id, competencies]])),
  );
}

function mapValues<T, U>(of: Readonly<Record<string, T>>, change: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]));
}

function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
