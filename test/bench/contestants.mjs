// Whom the run compares. Each is loaded only in the process that times it; `load` gives a function from a record and a day to the
// status of the certification.

const pack = async () => (await import('../../dist/rules/lssc.js')).lssc;

export const contestants = {
  plain: {
    title: 'by hand, every way tried',
    load: async () => (await import('./by-hand/plain.mjs')).status,
  },
  matching: {
    title: 'by hand, with matching',
    load: async () => (await import('./by-hand/matching.mjs')).status,
  },
  decide: {
    title: 'decide',
    load: async () => {
      const { decide } = await import('../../dist/index.js');
      const lssc = await pack();
      return (record, asOf) => decide(lssc, record, { asOf }).status;
    },
  },
  evaluate: {
    title: 'evaluate',
    load: async () => {
      const { evaluate } = await import('../../dist/index.js');
      const lssc = await pack();
      return (record, asOf) => evaluate(lssc, record, { asOf }).status;
    },
  },
  'json-logic-compiled': {
    title: 'json-logic-engine, compiled',
    isPeer: true,
    load: async () => (await import('./peers/json-logic.mjs')).compiled(),
  },
  'json-logic': {
    title: 'json-logic-engine, interpreted',
    isPeer: true,
    load: async () => (await import('./peers/json-logic.mjs')).interpreted(),
  },
  'json-rules': {
    title: 'json-rules-engine',
    isPeer: true,
    load: async () => (await import('./peers/json-rules.mjs')).status(),
  },
};
