import type { RulePack } from '../../src/model/pack.js';
import { namesOf } from '../../src/page/names.js';
import { changed, loaded } from '../edge/fixtures.js';

/** The sample pack with an agreement and a rule for reviews. */
export const sample = (): RulePack => {
  const text = changed(
    '    methods:\n',
    `    reviews:
      folder:
        title: Folder of work
        raters: 2
        ratings: [not-shown, partly-shown, shown]
        merge: [{ of: [shown, partly-shown], is: shown }]
        supplement: { for: [partly-shown], times: 1 }
        passes: [{ rating: shown, atLeast: 70 percent }, { rating: not-shown, atMost: 0 percent }]
        offeredUntil: { notEstablished: nobody says, atMost: 2021-06-30, cite: rules }
        settledBy: [board]
    methods:
`,
  );
  return loaded(
    changed(
      'editions:\n',
      `agreements:
  college: { title: The college's diploma, credential: college-diploma, earnedWithin: 2 years before applied, notes: [A C or better.], cite: rules }
editions:
`,
      text,
    ),
  );
};

/** The names of the sample pack. */
export const sampleNames = () => {
  const pack = sample();
  const [edition] = pack.editions;
  if (edition === undefined) throw new Error('the fixture has no edition');
  return namesOf(pack, edition);
};
