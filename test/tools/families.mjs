// Measures families of contests that grow, each instance in a process of its own: `npm run families -- --only triples --largest 100`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runSource, withSource } from './run-source.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, largest: { type: 'string' } } });
const { FAMILIES } = await runSource('test/allocation/families.ts');

console.log('| family | n | counts | steps | status | optimal | earned | ms | MB |');
console.log('| --- | ---: | --- | ---: | --- | --- | --- | ---: | ---: |');
await withSource('test/allocation/measure.ts', (file) => {
  for (const { name, size, sizes } of FAMILIES) {
    if (values.only && values.only !== name) continue;
    for (const n of sizes) if (n <= Number(values.largest ?? Number.POSITIVE_INFINITY)) console.log(row(name, n, size));
  }

  function row(name, n, size) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [file, '--family', name, '--n', String(n)], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status !== 0) return `| ${name} | ${n} | ${size} | | failed: ${causeOf(stderr)} | | | | |`;
    const { ms, mb, optimal, status: found, earned, earnedAtMost, steps } = JSON.parse(stdout);
    const share = (x) => x.toFixed(4);
    const between = earned === earnedAtMost ? share(earned) : `${share(earned)} to ${share(earnedAtMost)}`;
    const how = optimal ? 'yes' : 'no';
    return `| ${name} | ${n} | ${size} | ${steps ?? ''} | ${found} | ${how} | ${between} | ${ms.toFixed(0)} | ${mb.toFixed(0)} |`;
  }
});

/** The line of an error that says what it is. */
function causeOf(stderr) {
  return stderr.split('\n').find((line) => /^\w*Error\b|FATAL/.test(line)) ?? 'it ended without an answer';
}
