import { expect, it } from 'vitest';
import type { DayExpr, Value } from '../../src/model/value.js';
import { unmarked } from '../../src/page/cite-marks.js';
import { programmeOf } from '../../src/page/programme.js';
import { unsettledLines } from '../../src/page/unsettled.js';
import { basePack } from '../overlay/layers.js';

const applied: DayExpr = { kind: 'named', name: 'applied' };
const said = (day: Value<DayExpr>) => {
  const pack = basePack();
  const editions = pack.editions.map((edition) => ({
    ...edition,
    days: { expiry: { title: 'Expiry', day, cite: [] } },
  }));
  return unmarked(unsettledLines(programmeOf({ ...pack, editions })).join('\n'));
};

it('bounds a day that is reckoned from another in the words of days', () => {
  expect(said({ standing: 'notEstablished', because: 'cut', atMost: applied })).toContain(
    '**Expiry**: the day. Cut. It is not after application.',
  );
  expect(said({ standing: 'notEstablished', because: 'cut', atLeast: applied })).toContain(
    'It is not before application.',
  );
});
