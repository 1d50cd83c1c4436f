import type { Lookup } from '../explain/lookup.js';
import { questionText } from '../explain/question-words.js';
import { citedOnce } from '../findings/terms.js';
import type { OpenReading, OpenRule } from '../model/ask.js';
import type { Finding, StageFinding } from '../model/evaluation.js';
import { type Asked, askedOf } from './asks.js';
import type { Hanging } from './hanging.js';
import { mostDecisiveFirst, stagesOn } from './ranked.js';
import type { Weights } from './weights.js';

/** What only the rules' sources could settle, most decisive first. */
export function openRulesOf(lookup: Lookup, hanging: readonly Hanging[], weights: Weights): readonly OpenRule[] {
  const { evaluation } = lookup;
  const rules = askedOf(evaluation).filter(({ about }) => about === 'rule');
  const asked = rules.filter((each) => !isTold(each, rules, lookup));
  const found = [
    ...asked.map((each) => (each.for === 'amount' ? openAmount(lookup, each) : openRule(lookup, each, hanging))),
    ...cutSearches(lookup, hanging),
    ...openStages(lookup, hanging),
  ];
  return mostDecisiveFirst(found, evaluation, weights);
}

function openRule(lookup: Lookup, asked: Asked, hanging: readonly Hanging[]): OpenRule {
  const { id, because, requirements } = asked;
  const findings = requirements.flatMap((each) => lookup.finding(each) ?? []);
  const readings = findings.find((finding) => finding.readings)?.readings ?? [];
  const isDisputed = findings.some(({ reason }) => reason === 'sourcesDisagree');
  return {
    id,
    wording: questionText(lookup, asked),
    ...(because !== undefined && { because }),
    reason: isDisputed ? 'sourcesDisagree' : 'notEstablished',
    for: 'status',
    stages: stagesOn(id, hanging),
    requirements,
    ...(readings.length > 0 && {
      readings: readings.map(({ says, status, cite }): OpenReading => ({ says, status, cite })),
    }),
    cite: citedOnce([...findings, ...readings].flatMap(({ cite }) => cite)),
  };
}

/** A requirement is asked about as well if what is open stands below it; it has nothing to add then. */
function isTold({ id, because }: Asked, rules: readonly Asked[], lookup: Lookup): boolean {
  const above = id.slice('rule:'.length);
  const finding = lookup.finding(above);
  if (because !== undefined || !finding?.of?.length || finding.readings) return false;
  return rules.some((other) => other.id !== id && other.requirements.some((each) => isBelow(each, above, lookup)));
}

function isBelow(id: string, above: string, lookup: Lookup): boolean {
  return id !== above && lookup.holds(above, id);
}

function openAmount(lookup: Lookup, asked: Asked): OpenRule {
  const { id, because, amounts = [] } = asked;
  const findings = amounts.flatMap((each) => lookup.evaluation.amounts[each] ?? []);
  const readings = findings.flatMap((finding) => finding.readings ?? []);
  const titled = asked.titled ?? findings[0]?.title;
  return {
    id,
    wording: questionText(lookup, { ...asked, ...(titled !== undefined && { titled }) }),
    ...(because !== undefined && { because }),
    reason: readings.length > 0 ? 'sourcesDisagree' : 'notEstablished',
    for: 'amount',
    stages: [],
    requirements: [],
    amounts,
    ...(readings.length > 0 && { readings: readings.map(({ says, cite }): OpenReading => ({ says, cite })) }),
    cite: citedOnce([...findings, ...readings].flatMap(({ cite }) => cite)),
  };
}

/** Contests that were too hard for the search: nobody is asked, but the answer hangs on them. */
function cutSearches(lookup: Lookup, hanging: readonly Hanging[]): readonly OpenRule[] {
  const cut = new Map<string, Finding>();
  for (const { findings } of hanging)
    for (const finding of findings)
      if (finding.reason === 'searchCut' && !finding.settledBy?.length) cut.set(finding.id, finding);
  return [...cut.values()].map((finding) => ({
    ...openFinding(lookup, finding),
    stages: hanging.filter(({ findings }) => findings.includes(finding)).map(({ stage }) => stage),
  }));
}

/** Stages that an edition lacks of which nobody knows whether it governs: their requirements may be known, and they are not. */
function openStages(lookup: Lookup, hanging: readonly Hanging[]): readonly OpenRule[] {
  return lookup.stages.flatMap((stage) => {
    const root = lookup.finding(stage.requirement);
    if (stage.status !== 'unknown' || stage.reason !== 'notEstablished' || !root || isOpen(root, stage)) return [];
    const stages = hanging.filter((each) => each.stage === stage.id || isBehind(stage, each)).map((each) => each.stage);
    return [{ ...openFinding(lookup, { ...root, reason: 'notEstablished' }), stages }];
  });
}

/** Whether a stage's own requirement is open for the same reason: then that is told. */
function isOpen({ status, reason }: Finding, stage: StageFinding): boolean {
  return status === 'unknown' && reason === stage.reason;
}

function isBehind({ id }: StageFinding, { findings }: Hanging): boolean {
  return findings.some((finding) => finding.kind === 'gate' && finding.id === `${finding.stage}.requires.${id}`);
}

function openFinding(lookup: Lookup, finding: Finding): Omit<OpenRule, 'stages'> {
  const reason = finding.reason ?? 'notEstablished';
  return {
    id: finding.id,
    wording: lookup.messages.reasons[reason](lookup.factsOf(finding)),
    reason,
    for: 'status',
    requirements: [finding.id],
    cite: finding.cite,
  };
}
