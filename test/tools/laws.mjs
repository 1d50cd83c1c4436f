// Tests laws on many drawn cases, some at a time: `npm run laws -- --records 10000 --at-a-time 1000 standing compare`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', default: '10000' },
    'at-a-time': { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [records, atATime, seed] = [Number(values.records), Number(values['at-a-time']), Number(values.seed)];
if (positionals.length === 0) throw new Error('no law named, as in `npm run laws -- standing`');
const rounds = Math.ceil(records / atATime);
const started = performance.now();
const failed = [];
for (let round = 0; round < rounds; round++) {
  const run = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'long', '--maxWorkers', '1', ...positionals.map((law) => `test/laws/${law}.prop`)],
    {
      env: { ...process.env, LAW_RUNS: String(atATime), LAW_SEED: String(seed + round) },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (run.status !== 0) failed.push(seed + round);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  process.stderr.write(
    `${(round + 1) * atATime} of ${rounds * atATime} records, ${minutes} min, ${failed.length} failed\n`,
  );
}
if (failed.length > 0) process.stdout.write(`failed with seeds ${failed.join(', ')}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
