/** The folders of the engine: what rules, records and answers are, and the steps of an answer. */
const folders =
  'model|base|compile|match|kinds|allocate|judge|worlds|findings|explain|verify|plan|standing|timeline|questions|compare|life|overlay';
/** What the engine is made of: the files directly in `src/`, which are its steps, and the folders. */
const engine = `^src/([^/]+\\.ts$|(${folders})/)`;

/** What tells of the life of a credential, an entry of its own. */
const life =
  '^src/((standing|timeline|money-over|questions|compare|life)\\.ts$|(standing|timeline|questions|compare|life)/)';

/** The order in which the engine is read: a folder knows only those before it, and itself. */
const layers = ['model', 'base', 'compile', 'match', 'kinds'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'engine-stands-alone',
      comment:
        'The engine runs in browsers under a strict content security policy and has no runtime dependency: no zod, no YAML, ' +
        'no Node.js, nothing of the edge or the command line. A list of what it may import needs no care when a package is added.',
      severity: 'error',
      from: { path: engine },
      to: { pathNot: engine },
    },
    {
      name: 'judge-and-allocate-without-record',
      comment:
        'Statuses follow from the allocation alone. What could see the record could decide past the allocation, ' +
        'and then `verify` would accept an answer that its own evidence does not carry.',
      severity: 'error',
      from: { path: '^src/(judge|allocate)' },
      to: { path: '^src/model/record\\.ts$', reachable: true },
    },
    {
      name: 'verify-without-solver',
      comment: 'A checker that calls what it checks repeats its faults: `verify` shares no step with the solver.',
      severity: 'error',
      from: { path: '^src/verify\\.ts$' },
      to: {
        path: '^src/((match|allocate|judge|worlds|stages|evaluate)\\.ts$|(kinds|allocate|judge|worlds)/)',
        reachable: true,
      },
    },
    ...layers.map((layer, index) => ({
      name: `${layer}-knows-what-is-before-it`,
      comment: 'What a rule is does not depend on how it is read, nor what an item is worth on where it is placed.',
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: '^src/', pathNot: `^src/(${layers.slice(0, index + 1).join('|')})/` },
    })),
    {
      name: 'edge-without-command-line',
      comment: 'Reading packs and records is for programs too; the command line is one caller of it.',
      severity: 'error',
      from: { path: '^src/edge/' },
      to: { path: '^src/cli/', reachable: true },
    },
    {
      name: 'pages-and-linters-beside',
      comment:
        'Pages of programmes and linters of packs are made from packs and needed to evaluate nobody: neither the engine nor ' +
        'the reading of packs and records carries them.',
      severity: 'error',
      from: { path: `^src/([^/]+\\.ts$|(${folders}|edge)/)` },
      to: { path: '^src/(page|lint)/' },
    },
    {
      name: 'plans-beside',
      comment: 'Whoever only evaluates carries none of what finds plans: nothing of the engine needs it.',
      severity: 'error',
      from: { path: engine, pathNot: '^src/plan(\\.ts$|/)' },
      to: { path: '^src/plan(\\.ts$|/)' },
    },
    {
      name: 'life-beside',
      comment:
        'Whoever only evaluates carries nothing of standings and of what the days bring: nothing of the engine needs it.',
      severity: 'error',
      from: { path: engine, pathNot: life },
      to: { path: life },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other cannot be read one after the other. Cycles of types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type imports count: a type that leaks in is how a boundary begins to fall.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
