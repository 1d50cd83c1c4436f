import { cpus } from 'node:os';
import { median } from './batches.mjs';
import { contestants } from './contestants.mjs';

/** What the two answers of this package may cost at most. */
const LIMITS = { decideByMatching: 3, evaluateByFastestPeer: 1, firstCall: 5 };

/** The table of all contestants and the limits, each with what was measured, as Markdown. */
export function report(times, first) {
  const time = (name) => median(times[name]);
  const peers = Object.keys(times).filter((name) => contestants[name].isPeer);
  const fastest = Math.min(...peers.map(time));
  const [call, withImports] = ['call', 'withImports'].map((part) => median(first.map((each) => each[part])));
  const limits = [
    limit('`decide`, × by hand with matching', time('decide') / time('matching'), LIMITS.decideByMatching),
    limit('`evaluate`, × the fastest peer', time('evaluate') / fastest, LIMITS.evaluateByFastestPeer),
    limit('first call of `evaluate`, in ms', call, LIMITS.firstCall),
  ];
  const text = [
    ...table(
      ['', 'µs a call', 'least to most', '× by hand, matching', '× fastest peer'],
      Object.keys(times).map((name) => [
        contestants[name].title,
        micros(time(name)),
        `${micros(Math.min(...times[name]))} to ${micros(Math.max(...times[name]))}`,
        (time(name) / time('matching')).toFixed(2),
        (time(name) / fastest).toFixed(2),
      ]),
    ),
    '',
    ...table(
      ['limit', 'measured', 'at most', ''],
      limits.map(({ what, measured, most, isWithin }) => [what, measured.toFixed(2), most, isWithin ? '' : 'missed']),
    ),
    '',
    `With the imports before it, the first answer took ${withImports.toFixed(0)} ms.`,
    `Node ${process.version}, ${cpus()[0]?.model ?? 'an unnamed processor'}.`,
  ].join('\n');
  return { text, isWithin: limits.every(({ isWithin }) => isWithin) };
}

function limit(what, measured, most) {
  return { what, measured, most, isWithin: measured <= most };
}

/** A table whose first column is text and whose others are numbers. */
function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(all[0]), line(rule), ...all.slice(1).map(line)];
}

export function micros(time) {
  return time < 100 ? time.toFixed(2) : time.toFixed(0);
}
