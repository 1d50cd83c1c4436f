import type { Edition, RulePack } from '../model/pack.js';
import type { HoldsRequirement, Recognition, Requirement, SetRequirement } from '../model/requirement.js';
import type { FieldTest, SimpleFieldTest } from '../model/rule-tests.js';

/**
 * A requirement without sugar; `recognition` marks the choice between a requirement and credentials recognised in its stead, `firstDoor`
 * such a credential with what it leaves open.
 */
export type PlainRequirement = Exclude<Requirement, SetRequirement> & {
  readonly recognition?: true;
  readonly firstDoor?: true;
};

/**
 * Writes out a competency set as a choice among the edition's methods, and what may stand in for a requirement (`unless`, `recognised`)
 * as a choice beside it. A last day of what may be recognised binds the requirement itself, not the credential.
 */
export function desugar(pack: RulePack, edition: Edition, requirement: Requirement): PlainRequirement {
  const { unless, recognised, recognisedAs, ...rest } = requirement;
  if (unless || recognised)
    return beside(pack, rest as Requirement, { unless, recognised: recognised ?? [], recognisedAs });
  return requirement.kind === 'set' ? setOf(pack, edition, requirement) : requirement;
}

function beside(
  pack: RulePack,
  requirement: Requirement,
  instead: {
    readonly unless: Requirement | undefined;
    readonly recognised: readonly Recognition[];
    readonly recognisedAs: string | undefined;
  },
): PlainRequirement {
  const { appliesWhen, due, untilDue, ...own } = requirement;
  const { says, cite } = requirement;
  const { unless, recognised, recognisedAs } = instead;
  const id = recognisedAs ?? requirement.id;
  const deadline = { ...(due !== undefined && { due }), ...(untilDue && { untilDue }) };
  const isRecognition = recognised.length > 0;
  const itself: Requirement = {
    ...own,
    id: recognisedAs === undefined ? `${id}.itself` : requirement.id,
    ...(isRecognition && deadline),
  };
  return {
    kind: 'choose',
    id,
    says,
    choose: 1,
    from: [itself, ...(unless ? [unless] : []), ...recognised.map((group) => groupOf(pack, id, group))],
    ...(cite && { cite }),
    ...(appliesWhen && { appliesWhen }),
    ...(isRecognition ? { recognition: true as const } : deadline),
  };
}

/** One group of agreements: a credential, and whatever they leave open. */
function groupOf(pack: RulePack, above: string, group: Recognition): PlainRequirement {
  const id = `${above}.${group.id}`;
  const { says, agreements, remaining = [] } = group;
  const known = agreements.map((name) => pack.agreements?.[name]);
  const cite = group.cite ?? Object.freeze(known.flatMap((agreement) => agreement?.cite ?? []));
  const credential: HoldsRequirement = {
    kind: 'holds',
    id: remaining.length > 0 ? `${id}.credential` : id,
    says,
    cite,
    credential: [...new Set(known.flatMap((agreement) => agreement?.credential ?? []))],
    where: [{ test: 'recognised', agreements }],
  };
  if (remaining.length === 0) return credential;
  const both: PlainRequirement = { kind: 'allOf', id, says, cite, of: [credential, ...remaining], firstDoor: true };
  return both;
}

function setOf(pack: RulePack, edition: Edition, requirement: SetRequirement): PlainRequirement {
  const { kind: _, set, ...rest } = requirement;
  if (!pack.framework?.sets[set])
    throw new TypeError(
      `editions.${edition.id}.${requirement.id}: expected a competency set of the framework, found \`${set}\``,
    );
  return {
    ...rest,
    kind: 'choose',
    choose: 1,
    from: (edition.methods ?? []).map((method): Requirement => {
      const common = { ...method.requirement, id: `${requirement.id}.${method.id}`, says: method.says };
      return common.kind === 'evidence' ? { ...common, where: common.where.map((test) => forSet(test, set)) } : common;
    }),
  };
}

function forSet(test: FieldTest, set: string): FieldTest {
  const one = (t: SimpleFieldTest): SimpleFieldTest =>
    (t.test === 'covers' || t.test === 'assessed') && t.set === '*' ? { ...t, set } : t;
  if (test.test === 'any') return { test: 'any', of: test.of.map((all) => all.map(one)) };
  return test.test === 'not' ? { test: 'not', of: test.of.map(one) } : one(test);
}
