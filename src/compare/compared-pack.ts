import type { CompiledRuleset } from '../compile/ruleset.js';
import { ask, evaluate } from '../evaluate.js';
import { assemble } from '../findings/assemble.js';
import type { Evaluation } from '../model/evaluation.js';
import type { AcceptanceFinding, ComparedPack, ItemWorth } from '../model/portability.js';
import type { CandidateRecord, HeldCredential } from '../model/record.js';
import type { RegistryData } from '../model/registry.js';
import type { Day } from '../model/value.js';
import { judgeStages } from '../stages.js';
import { standingOn } from '../standing/standing-on.js';
import { accepts, withPlaces } from './acceptance.js';
import { carriedOver, type StatedThere } from './carried-over.js';
import { acceptedByRules, ownCredentials } from './recognition.js';
import { worthUnder } from './worth.js';

/** What one pack is compared on. */
export interface Compared {
  readonly ruleset: CompiledRuleset;
  readonly record: CandidateRecord;
  /** Whether the record is written in the words of this pack. */
  readonly isOwn: boolean;
  readonly stated: StatedThere | undefined;
  /** The credentials of the record that are held on the day. */
  readonly held: readonly HeldCredential[];
  readonly known: RegistryData | undefined;
  readonly asOf: Day;
}

/** What one pack says of a record, and what an entry is worth under it, by its id. */
export function comparedPack(c: Compared): {
  readonly pack: ComparedPack;
  readonly worth: (item: string) => ItemWorth;
} {
  const { ruleset, record, isOwn, stated, asOf } = c;
  const own = { ...record, ...stated };
  const { sure, possible } = isOwn ? { sure: own, possible: own } : carriedOver(record, ruleset.courses, stated);
  const asked = ask(ruleset, sure, { asOf });
  const judged = judgeStages(asked);
  const evaluation = assemble(asked, judged);
  const most = isOwn ? evaluation : evaluate(ruleset, possible, { asOf });
  const ownIds = ownCredentials(ruleset.pack);
  const itsOwn = (record.credentials ?? []).filter(({ credential }) => ownIds.has(credential)).map(({ id }) => id);
  const main = evaluation.mainStage;
  const where = standingOn(asked, judged);
  return {
    pack: {
      pack: evaluation.pack,
      jurisdiction: ruleset.pack.jurisdiction,
      reads: isOwn ? 'own' : 'carriedOver',
      status: evaluation.status,
      mainStage: main,
      ...(where && { standing: where.is }),
      stages: Object.fromEntries(
        Object.values(evaluation.stages).map(({ id, title, status, reason }) => [
          id,
          { title, status, ...(reason !== undefined && { reason }) },
        ]),
      ),
      progress: (evaluation.stages[main] as Evaluation['stages'][string]).progress,
      deficiencies: evaluation.deficiencies.filter(({ stage }) => stage === main),
      questions: evaluation.questions,
      accepts: acceptedHere(c, evaluation),
      citations: evaluation.citations,
    },
    worth: worthUnder(itsOwn, evaluation, most),
  };
}

/** Each credential that is not of this programme: what its rules say of it, else what statements say. */
function acceptedHere({ ruleset, held, known, asOf }: Compared, evaluation: Evaluation): readonly AcceptanceFinding[] {
  const { pack } = ruleset;
  const own = ownCredentials(pack);
  const programmes = Object.entries(known?.programmes ?? {}).flatMap(([id, each]) =>
    each.pack === pack.id ? [id] : [],
  );
  const by = [
    ...new Set([...programmes, pack.id].flatMap((id) => (known ? withPlaces(known, id, pack.jurisdiction) : []))),
  ];
  return held
    .filter(({ credential }) => !own.has(credential))
    .map(({ id: item, credential }): AcceptanceFinding => {
      const stated = known
        ? accepts(known, { credential, by, asOf })
        : ({ is: 'unknown', because: 'noStatement', known: [] } as const);
      return {
        item,
        credential,
        programme: pack.id,
        jurisdiction: pack.jurisdiction,
        title: pack.title,
        ...stated,
        ...acceptedByRules(item, evaluation),
      };
    });
}
