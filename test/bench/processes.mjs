import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Garbage is collected by the thread that made it, so that its cost is in the time and nobody else's is. */
const FLAGS = ['--expose-gc', '--single-threaded-gc'];

/**
 * Every round asks each contestant once, in a process of its own; who begins changes with the round.
 * @returns By name, microseconds a call, one number a round.
 */
export function timesInTurn(names, rounds, milliseconds) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const i of names.keys()) {
      const name = names[(i + round) % names.length];
      times[name].push(inProcess('time-one.mjs', name, String(milliseconds)));
    }
  }
  return times;
}

/** First calls, each of a fresh process, in milliseconds: the call alone, and with the imports before it. */
export function firstCalls(count) {
  return Array.from({ length: count }, () => inProcess('first-call.mjs'));
}

function inProcess(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [...FLAGS, path, ...args], { encoding: 'utf8' }));
}
