import { Engine } from 'json-rules-engine';
import { readingsOf, setsLevel } from '../by-hand/certifiable.mjs';
import { optionsOf } from '../by-hand/items.mjs';
import { canAssign } from '../by-hand/matching.mjs';
import { eligibilityFacts } from './json-logic.mjs';
import { rules } from './json-rules-rules.mjs';

/**
 * One engine, whose rules are asked in the order of their priority until one holds. Its conditions cannot go through a list and keep
 * what they found, so what the items are worth is computed by hand.
 */
export function status() {
  const engine = new Engine();
  for (const rule of rules) engine.addRule({ ...rule, onSuccess: () => engine.stop() });
  return async (record, asOf) => {
    const [strict, mild] = readingsOf(record).map((reading) => setsLevel(canAssign, optionsOf(record, asOf, reading)));
    const { events } = await engine.run({ strict, mild, ...eligibilityFacts(record, asOf) });
    return events[0].type;
  };
}
