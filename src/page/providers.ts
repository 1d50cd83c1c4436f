import { sentence } from '../explain/words.js';
import type { CourseTerms, Provider } from '../model/catalogue.js';
import { marks } from './cite-marks.js';
import { item, plain } from './markdown.js';
import { moneyTold } from './money-words.js';
import type { Names } from './names.js';
import { numeral } from './number-words.js';
import type { Programme } from './programme.js';
import { factTestsWords } from './test-words.js';

/** Who offers courses, who may take them and at what price, and what was found about their approval. */
export function providerLines({ pack: { catalogue }, names }: Programme): readonly string[] {
  return Object.entries(catalogue?.providers ?? {}).map(([id, provider]) => {
    const listed = (catalogue?.courses ?? []).filter((course) => [id, provider.title].includes(course.provider));
    return providerLine(provider, listed.length, names);
  });
}

function providerLine(provider: Provider, listed: number, names: Names): string {
  const { title, href, approval, notes = [], cite } = provider;
  const name = href === undefined ? plain(title) : `[${plain(title)}](${href})`;
  const courses =
    listed === 0 ? 'none of its courses is listed' : `${numeral(listed)} ${listed === 1 ? 'course' : 'courses'} listed`;
  return item(0, `**${name}**: ${courses}.${marks(cite)}`, [
    ...(approval === undefined ? [] : [sentence(plain(approval.says)) + marks(approval.cite)]),
    ...termsLines(provider, names),
    ...notes.map((note) => sentence(plain(note))),
  ]);
}

/** Who may take a course, and what it costs whom, a sentence each. */
export function termsLines({ openTo, price }: CourseTerms, names: Names): readonly string[] {
  const told = price && moneyTold(price.amount, price.unit, names);
  return [
    ...(openTo === undefined ? [] : [`Only for those of whom ${plain(factTestsWords(openTo, names))}.`]),
    ...(told ? [`Price of a course: ${plain(told.how)}.`, ...told.changes] : []),
  ];
}
