import { everyRequirement } from '../base/walk.js';
import type { Edition, RulePack } from '../model/pack.js';
import type { ListName, Requirement } from '../model/requirement.js';
import type { FieldTest } from '../model/rule-tests.js';
import type { Issue, Path } from './issues.js';
import { dayFieldsOf, fieldsOf } from './item-fields.js';
import { ifUnknown } from './reference-names.js';

/** Tests of fields that entries of their lists do not have, and tests of courses where there is none. */
export function fieldIssues(pack: RulePack): readonly Issue[] {
  const courses = (pack.catalogue?.courses ?? []).flatMap((course, index) =>
    Object.keys(course.fields ?? {}).flatMap((field) =>
      ifUnknown('unknownField', field, fieldsOf(pack, 'completions'), ['catalogue', 'courses', index, 'fields', field]),
    ),
  );
  return [
    ...courses,
    ...amountFields(pack),
    ...pack.editions.flatMap((edition, index) => editionFields(pack, edition, ['editions', index])),
  ];
}

function editionFields(pack: RulePack, edition: Edition, path: Path): readonly Issue[] {
  const methods = (edition.methods ?? []).flatMap(({ requirement }, index) => {
    const lists: readonly ListName[] = requirement.kind === 'evidence' ? [requirement.from] : ['attestations'];
    return tests({ pack, lists, anySet: true }, requirement.where ?? [], [
      ...path,
      'methods',
      index,
      'requirement',
      'where',
    ]);
  });
  const stages = edition.stages.flatMap((stage, index) =>
    everyRequirement(stage.requirement, [...path, 'stages', index, 'requirement']).flatMap(([at, each]) =>
      requirementFields(pack, each, at),
    ),
  );
  return [...methods, ...stages];
}

/** Whose fields may be tested; only a method may speak of the set at hand. */
interface Scope {
  readonly pack: RulePack;
  readonly lists: readonly ListName[];
  readonly anySet?: boolean;
}

function requirementFields(pack: RulePack, requirement: Requirement, path: Path): readonly Issue[] {
  switch (requirement.kind) {
    case 'evidence':
      return tests({ pack, lists: [requirement.from] }, requirement.where, [...path, 'where']);
    case 'holds':
      return tests({ pack, lists: ['credentials'] }, requirement.where ?? [], [...path, 'where']);
    case 'attestation':
      return tests({ pack, lists: ['attestations'] }, requirement.where ?? [], [...path, 'where']);
    case 'experience': {
      const scope: Scope = { pack, lists: ['experience'] };
      const parts = (requirement.parts ?? []).flatMap((part, index) =>
        tests(scope, part.where, [...path, 'parts', index, 'where']),
      );
      return [...tests(scope, requirement.where, [...path, 'where']), ...parts];
    }
    case 'total': {
      const scope: Scope = { pack, lists: requirement.from };
      const parts = requirement.parts.flatMap((part, index) => {
        const at = [...path, 'parts', index];
        const named = part.kind === 'sum' ? part.atMostPer?.by : part.field;
        return [
          ...tests(scope, part.where, [...at, 'where']),
          ...(named === undefined ? [] : field(scope, named, [...at, part.kind === 'sum' ? 'atMostPer' : 'field'])),
        ];
      });
      return [...tests(scope, requirement.where, [...path, 'where']), ...parts];
    }
    case 'allOf':
    case 'choose':
    case 'lacks':
    case 'score':
    case 'milestone':
    case 'notEstablished':
    case 'fact':
    case 'eachPeriod':
    case 'set':
      return [];
  }
}

/** A field must be known in every list that is tested, since an entry without it stays uncertain for ever. */
function field({ pack, lists }: Scope, name: string, path: Path): readonly Issue[] {
  const stranger = lists.find((from) => !fieldsOf(pack, from).includes(name));
  return stranger === undefined ? [] : ifUnknown('unknownField', name, fieldsOf(pack, stranger), path);
}

/** Tests of an amount's items. No edition stands behind them, so none says how long an approval lasts. */
function amountFields(pack: RulePack): readonly Issue[] {
  return Object.entries(pack.amounts ?? {}).flatMap(([id, { each }]): readonly Issue[] => {
    if (each === undefined) return [];
    const path: Path = ['amounts', id, 'each'];
    const scope: Scope = { pack, lists: [each.from] };
    const approval = each.where.findIndex(({ test }) => test === 'approvedOn');
    return [
      ...ifUnknown('unknownField', each.on, dayFieldsOf(pack, each.from), [...path, 'on']),
      ...tests(scope, each.where, [...path, 'where']),
      ...(approval < 0
        ? []
        : [
            {
              code: 'unknownField' as const,
              path: [...path, 'where', approval],
              found: 'approvedOn',
              hint: 'an amount belongs to no edition, and only an edition says how approvals work',
            },
          ]),
    ];
  });
}

const tests = (scope: Scope, where: readonly FieldTest[], path: Path): readonly Issue[] =>
  where.flatMap((test, index) => testFields(scope, test, [...path, index]));

function testFields(scope: Scope, test: FieldTest, path: Path): readonly Issue[] {
  switch (test.test) {
    case 'is':
    case 'oneOf':
    case 'noneOf':
    case 'number':
    case 'range':
      return field(scope, test.field, path);
    case 'covers':
      return [...onlyOn(scope, ['completions', 'reviews'], 'covers', path), ...set(scope, test.set, path)];
    case 'approvedOn':
      return onlyOn(scope, ['completions'], 'approvedOn', path);
    case 'assessed':
      return [
        ...onlyOn(scope, ['reviews'], 'assessed', path),
        ...(test.set === undefined ? [] : set(scope, test.set, path)),
      ];
    case 'recognised':
      return onlyOn(scope, ['credentials'], 'recognised', path);
    case 'days':
      return [...field(scope, test.from, path), ...field(scope, test.to, path)];
    case 'within':
      return scope.lists.flatMap((from) => ifUnknown('unknownField', test.field, dayFieldsOf(scope.pack, from), path));
    case 'any':
      return test.of.flatMap((each, side) => tests(scope, each, [...path, 'of', side]));
    case 'not':
      return tests(scope, test.of, [...path, 'of']);
  }
}

function onlyOn({ lists }: Scope, known: readonly ListName[], test: string, path: Path): readonly Issue[] {
  const stranger = lists.find((from) => !known.includes(from));
  if (stranger === undefined) return [];
  return [
    { code: 'unknownField', path, found: test, hint: `\`${test}\` is asked of entries of ${known.join(' and ')}` },
  ];
}

function set({ pack, anySet }: Scope, name: string, path: Path): readonly Issue[] {
  if (name === '*' && anySet) return [];
  if (name !== '*') return ifUnknown('unknownSet', name, Object.keys(pack.framework?.sets ?? {}), path);
  return [{ code: 'unknownSet', path, found: 'this set', hint: 'only a method speaks of the set at hand' }];
}
