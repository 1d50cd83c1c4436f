// The rules as JSON Logic. Levels are 0 unmet, 1 unknown, 2 pending, 3 met.

const item = (field) => ({ val: ['item', field] });
const reading = (field) => ({ val: ['reading', field] });
const after = (a, b) => ({ '>': [a, b] });

const earned = { '<=': [item('completed'), item('asOf')] };
const lost = {
  or: [
    item('failed'),
    { and: [after(item('completed'), item('asOf')), after(item('started'), item('asOf'))] },
    after(item('day'), reading('dueAtMost')),
  ],
};
const maybeLate = after(item('day'), reading('due'));
const metOrPending = { if: [earned, 3, 2] };

/** By a document of ALA-APA or the provider, or by a day on which it was called approved and which reaches back to it. */
const approved = {
  or: [
    { '==': [item('approvedBy'), 'ala-apa'] },
    { '==': [item('approvedBy'), 'provider'] },
    { '==': [item('approvedBy'), item('provider')] },
    {
      some: [
        item('seenApproved'),
        {
          and: [
            { '<=': [{ val: 'reachesBackTo' }, { val: [[2], 'item', 'day'] }] },
            { '<=': [{ val: [[2], 'item', 'day'] }, { val: 'on' }] },
          ],
        },
      ],
    },
  ],
};

/** What one completion is worth under one reading. */
export const courseRule = { if: [lost, 0, { or: [maybeLate, { '!': [approved] }] }, 1, metOrPending] };

/** What one portfolio is worth under one reading. */
export const portfolioRule = {
  if: [
    lost,
    0,
    { and: [{ '==': [item('approvedBy'), 'ala-apa'] }, { '<=': [item('approvedOn'), item('asOf')] }] },
    { if: [maybeLate, 1, metOrPending] },
    { and: [earned, { '!': [item('isRated')] }] },
    1,
    {
      and: [
        earned,
        {
          or: [
            item('asksForMore'),
            { '<': [{ '*': [100, item('met')] }, { '*': [70, item('count')] }] },
            { '>': [{ '*': [100, item('partial')] }, { '*': [reading('partialAtMost'), item('count')] }] },
            { '>': [item('notMet'), 0] },
          ],
        },
      ],
    },
    0,
    { or: [after(item('started'), '2014-01-01'), maybeLate] },
    1,
    metOrPending,
  ],
};

const work = { if: [{ '>=': [{ val: 'libraryMinutes' }, 109200] }, 3, 0] };
const diploma = { if: [{ '==': [{ val: 'diploma' }, 'yes'] }, 3, { '==': [{ val: 'diploma' }, 'no'] }, 0, 1] };
const eligibility = { if: [{ val: 'isAccepted' }, 3, { min: [diploma, work] }] };

/** The certification: what both readings say of the sets, and eligibility. */
export const certificationRule = {
  min: [{ if: [{ '==': [{ val: 'strict' }, { val: 'mild' }] }, { val: 'strict' }, 1] }, eligibility],
};
