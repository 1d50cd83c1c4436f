import { compare } from '../compare.js';
import type { AcceptanceFinding } from '../model/portability.js';
import type { ExpectedAcceptance } from './accepted-expectation.js';
import type { CaseAsked } from './case-asked.js';

/** What is wrong with who accepts the credentials of the record, a line each. */
export function acceptedChecks(
  expected: Readonly<Record<string, ExpectedAcceptance>> | undefined,
  { pack, record, asOf, registry }: CaseAsked,
): readonly string[] {
  if (expected === undefined) return [];
  if (!registry) return ['accepted: there is no registry that could say who accepts what'];
  const { packs, elsewhere } = compare(record, [pack], { asOf, of: pack.id, known: registry });
  const all = [...packs.flatMap(({ accepts }) => accepts), ...elsewhere];
  return Object.entries(expected).flatMap(([by, wanted]) => {
    const found = all.filter(({ programme, jurisdiction, credential }) => {
      const isOf = wanted.credential === undefined || wanted.credential === credential;
      return isOf && by === (programme ?? jurisdiction);
    });
    if (found.length > 1)
      return [`accepted by \`${by}\`: several credentials are held, say of which by \`credential\``];
    return failures(by, wanted, found[0]);
  });
}

/** Of what nothing is known nothing is found, which is no refusal. */
function failures(by: string, wanted: ExpectedAcceptance, found: AcceptanceFinding | undefined): readonly string[] {
  const { is, because, as, known }: Pick<AcceptanceFinding, 'is' | 'because' | 'as' | 'known'> = found ?? {
    ...{ is: 'unknown', because: 'noStatement', known: [] },
  };
  const differ = (what: string, expected: string | undefined, value: string | undefined) =>
    expected === undefined || expected === value
      ? []
      : [`accepted by \`${by}\`: ${what} expected ${expected || 'none'}, found ${value || 'none'}`];
  return [
    ...differ('answer', wanted.is, is),
    ...differ('because', wanted.because, because),
    ...differ('as', wanted.as, as),
    ...differ('known', wanted.known?.toSorted().join(', '), known.map(({ id }) => id).join(', ')),
  ];
}
