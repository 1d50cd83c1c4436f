// The rules for json-rules-engine. `strict` and `mild` are what the two readings say of the sets: 0 unmet, 1 unknown, 2 pending, 3 met.

const is = (fact, value) => ({ fact, operator: 'equal', value });
const notAccepted = is('isAccepted', false);
const both = (level) => ({ all: [is('strict', level), is('mild', level)] });

export const rules = [
  {
    priority: 4,
    event: { type: 'unmet' },
    conditions: {
      any: [
        both(0),
        {
          all: [
            notAccepted,
            { any: [is('diploma', 'no'), { fact: 'libraryMinutes', operator: 'lessThan', value: 109200 }] },
          ],
        },
      ],
    },
  },
  {
    priority: 3,
    event: { type: 'unknown' },
    conditions: {
      any: [
        { fact: 'strict', operator: 'notEqual', value: { fact: 'mild' } },
        both(1),
        { all: [notAccepted, is('diploma', 'unknown')] },
      ],
    },
  },
  { priority: 2, event: { type: 'pending' }, conditions: { all: [is('strict', 2)] } },
  { priority: 1, event: { type: 'met' }, conditions: { all: [is('strict', 3)] } },
];
