import type { Place, Programme, RegistryData } from '../model/registry.js';
import { jurisdiction } from './authored-pack.js';
import { check } from './check.js';
import type { Issue, Path } from './issues.js';
import { isMapping } from './plain-data.js';
import { ifUnknown } from './reference-names.js';
import { suggestion } from './suggest.js';

/**
 * What entries of a registry say of each other that is not so: names that nothing has, packs that are missing or too many, places that say
 * too little or too much of themselves.
 */
export function registryIssues(data: RegistryData): readonly Issue[] {
  const { programmes, jurisdictions, frameworks, providers, acceptances = {}, relations = {} } = data;
  const withProgrammes = new Set(Object.values(programmes).map((programme) => programme.jurisdiction));
  return [
    ...citedNames(data, Object.keys(data.citations), []),
    ...Object.entries(programmes).flatMap(([id, each]) => programmeIssues(each, data, ['programmes', id])),
    ...Object.entries(jurisdictions).flatMap(([id, place]) => [
      ...formIssues(id, ['jurisdictions', id]),
      ...placeIssues(place, withProgrammes.has(id), ['jurisdictions', id]),
    ]),
    ...Object.entries(frameworks).flatMap(([id, { crosswalks = {} }]) =>
      unknownKeys(crosswalks, frameworks, ['frameworks', id, 'crosswalks']),
    ),
    ...Object.entries(providers).flatMap(([id, { approvals }]) =>
      unknownKeys(approvals, programmes, ['providers', id, 'approvals']),
    ),
    ...Object.entries(acceptances).flatMap(([id, { by }]) => unknownProgramme(by, data, ['acceptances', id, 'by'])),
    ...Object.entries(relations).flatMap(([id, each]) =>
      each.with.flatMap((other, at) =>
        Object.hasOwn(jurisdictions, other) ? [] : unknownProgramme(other, data, ['relations', id, 'with', at]),
      ),
    ),
  ];
}

/** Citations are named below a key of their own, wherever that stands. */
function citedNames(value: unknown, known: readonly string[], path: Path): readonly Issue[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => citedNames(each, known, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string'
      ? ifUnknown('unknownCitation', inner, known, [...path, key])
      : citedNames(inner, known, [...path, key]),
  );
}

function programmeIssues(programme: Programme, data: RegistryData, path: Path): readonly Issue[] {
  const { coverage, pack } = programme;
  const isSaid = coverage === 'covered' || coverage === 'partial';
  const at: Path = [...path, 'pack'];
  return [
    ...unknownPlace(programme.jurisdiction, Object.keys(data.jurisdictions), [...path, 'jurisdiction']),
    ...(isSaid && pack === undefined ? [missing(at, 'the id of the pack that says its rules')] : []),
    ...(!isSaid && pack !== undefined ? [tooMuch(at, 'pack', 'a pack stands only where one says the rules')] : []),
  ];
}

function unknownPlace(found: string, known: readonly string[], path: Path): readonly Issue[] {
  if (known.includes(found)) return [];
  const hint = suggestion(found, known.toSorted()) ?? 'list it below `jurisdictions`';
  return [{ code: 'wrongValue', path, expected: 'a jurisdiction of the registry', found, hint }];
}

function unknownProgramme(found: string, { programmes, jurisdictions }: RegistryData, path: Path): readonly Issue[] {
  if (Object.hasOwn(programmes, found)) return [];
  const isOfMany = path.includes('relations');
  const known = [...Object.keys(programmes), ...(isOfMany ? Object.keys(jurisdictions) : [])].sort();
  const expected = isOfMany ? 'a programme or a jurisdiction of the registry' : 'a programme of the registry';
  const hint = suggestion(found, known);
  return [{ code: 'wrongValue', path, expected, found, ...(hint === undefined ? {} : { hint }) }];
}

/** Ids of places have a form of their own. */
function formIssues(id: string, path: Path): readonly Issue[] {
  const result = check(jurisdiction, id);
  return result.ok ? [] : result.issues.map((issue) => ({ ...issue, path }));
}

function placeIssues({ coverage }: Place, hasProgrammes: boolean, path: Path): readonly Issue[] {
  const at: Path = [...path, 'coverage'];
  if (!hasProgrammes && coverage === undefined)
    return [missing(at, '`{ notEstablished: notResearched }` where no programme of the place is known')];
  if (!hasProgrammes || coverage === undefined) return [];
  return [tooMuch(at, 'coverage', 'the coverage of a place follows from its programmes')];
}

function unknownKeys(
  given: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, unknown>>,
  path: Path,
): readonly Issue[] {
  const strangers = Object.keys(given).filter((key) => !Object.hasOwn(known, key));
  return strangers.map((found): Issue => {
    const hint = suggestion(found, Object.keys(known).sort());
    return { code: 'unknownKey', path: [...path, found], found, ...(hint === undefined ? {} : { hint }) };
  });
}

function missing(path: Path, expected: string): Issue {
  return { code: 'missing', path, expected };
}

function tooMuch(path: Path, found: string, hint: string): Issue {
  return { code: 'unknownKey', path, found, hint };
}
