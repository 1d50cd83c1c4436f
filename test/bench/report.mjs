import { median } from './batches.mjs';
import { contestants } from './contestants.mjs';

/** What the two answers of this package may cost at most. */
const LIMITS = { decideByMatching: 3, evaluateByFastestPeer: 1, firstCall: 5 };

/** The table of all contestants, and the limits, each with what was measured. */
export function report(times, first) {
  const time = (name) => median(times[name]);
  const peers = Object.keys(times).filter((name) => contestants[name].isPeer);
  const fastest = Math.min(...peers.map(time));
  const lines = Object.keys(times).map((name) => {
    const spread = `${micros(Math.min(...times[name]))} to ${micros(Math.max(...times[name]))}`;
    const ratios = [time(name) / time('matching'), time(name) / fastest].map((ratio) => ratio.toFixed(2));
    return row(contestants[name].title, micros(time(name)), spread, ...ratios);
  });
  const [call, withImports] = ['call', 'withImports'].map((part) => median(first.map((each) => each[part])));
  const limits = [
    limit('decide, × by hand with matching', time('decide') / time('matching'), LIMITS.decideByMatching),
    limit('evaluate, × fastest peer', time('evaluate') / fastest, LIMITS.evaluateByFastestPeer),
    limit('first call of evaluate, ms', call, LIMITS.firstCall),
  ];
  return {
    text: [
      row('', 'µs a call', 'least to most', '× by hand, matching', '× fastest peer'),
      ...lines,
      '',
      `first call of evaluate in a fresh process: ${call.toFixed(1)} ms; with the imports ${withImports.toFixed(1)} ms`,
      '',
      ...limits.map(({ text }) => text),
    ].join('\n'),
    isWithin: limits.every(({ isWithin }) => isWithin),
  };
}

function limit(what, measured, most) {
  const isWithin = measured <= most;
  return { isWithin, text: `${isWithin ? 'within' : 'ABOVE '} ${what}: ${measured.toFixed(2)}, at most ${most}` };
}

function row(title, ...cells) {
  return [title.padEnd(32), ...cells.map((cell) => cell.padStart(21))].join('').trimEnd();
}

export function micros(time) {
  return time < 100 ? time.toFixed(2) : time.toFixed(0);
}
