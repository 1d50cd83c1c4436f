import { expect, it } from 'vitest';
import { timeline } from '../../src/timeline.js';
import { around, dayByDay, told } from '../laws/every-day.js';
import { packWith } from './pack.js';

// A last day of which a text says only that it is not ahead moves with the day asked for: on days on which something else happens, it is no other.

const pack = packWith([
  'due: 3 years after enrolled',
  'due: { notEstablished: no text says when, atMost: asOf, cite: rules }',
]);
const record = {
  milestones: { enrolled: '2010-01-01', certified: 'notYet', renewed: 'notYet' },
  facts: { diploma: false, revoked: false },
  credentials: [{ id: 'other', credential: 'something-else', issued: '2015-06-01' }],
} as const;

it('may have passed on every day, also on those on which an entry of the record begins', () => {
  const asked = { pack, record, asOf: '2015-06-01' };
  const stretch = around(asked, 400);
  expect(timeline(pack, record, stretch)).toMatchObject({ start: { standing: 'unknown' }, days: [] });
  expect(told(timeline(pack, record, stretch))).toEqual(dayByDay(asked, stretch));
});
