import { LogicEngine } from 'json-logic-engine';
import { libraryMinutes, NAMES, readingsOf, setsLevel } from '../by-hand/certifiable.mjs';
import { gather } from '../by-hand/items.mjs';
import { canAssign } from '../by-hand/matching.mjs';
import { courseFacts, portfolioFacts } from './item-facts.mjs';
import { certificationRule, courseRule, portfolioRule } from './json-logic-rules.mjs';

/** Rules made into functions once, by generated code. */
export function compiled() {
  const engine = new LogicEngine();
  return statusBy((rule) => engine.build(rule));
}

/** Rules walked at every call; the engine prepares each of them at its first. */
export function interpreted() {
  const engine = new LogicEngine();
  return statusBy((rule) => (data) => engine.run(rule, data));
}

function statusBy(prepare) {
  const [courseLevel, portfolioLevel, certification] = [courseRule, portfolioRule, certificationRule].map(prepare);
  return (record, asOf) => {
    const courses = new Map(record.completions.map((each) => [each, courseFacts(each, asOf)]));
    const portfolios = new Map(record.reviews.map((each) => [each, portfolioFacts(each, asOf)]));
    const [strict, mild] = readingsOf(record).map((reading) => {
      const options = gather(
        record,
        (completion) => courseLevel({ item: courses.get(completion), reading }),
        (review) => portfolioLevel({ item: portfolios.get(review), reading }),
      );
      return setsLevel(canAssign, options);
    });
    return NAMES[certification({ strict, mild, ...eligibilityFacts(record, asOf) })];
  };
}

/** What the peers are told to judge eligibility by. */
export function eligibilityFacts(record, asOf) {
  const diploma = record.facts['high-school-diploma'];
  return {
    isAccepted: record.milestones.accepted !== undefined,
    diploma: diploma === undefined ? 'unknown' : diploma ? 'yes' : 'no',
    libraryMinutes: libraryMinutes(record, asOf),
  };
}
