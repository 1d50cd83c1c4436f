// Prints `N passed, N failed` over vitest's JSON reports and exits 1 unless something passed and nothing failed.
// Usage: node test/tools/counts.mjs <report.json>...
//
// The reporter counts tests only, so what stopped tests from running is added: a file that failed without a failed test
// (it did not load, or its hook threw) is one failure, and so is a run that failed or left no report.
import { existsSync, readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    console.error(`no report was written to ${file}`);
    failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failures = report.numFailedTests + broken;
  passed += report.numPassedTests;
  failed += failures === 0 && !report.success ? 1 : failures;
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exit(1);
