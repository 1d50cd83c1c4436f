import type { RulePack } from '../model/pack.js';
import type { Day, Value } from '../model/value.js';
import { isStood } from './value-words.js';

/** The first and the last day on which something may have begun; equal where the day is known or assumed. */
export interface Between {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Between which days a day lies; an end that nobody gives is `open`. */
export function between(value: Value<Day>, open: Between): Between {
  if (!isStood(value)) return { earliest: value, latest: value };
  switch (value.standing) {
    case 'assumed':
      return { earliest: value.value, latest: value.value };
    case 'disputed': {
      const days = value.readings.map((reading) => reading.value).sort();
      return { earliest: days[0] ?? open.earliest, latest: days.at(-1) ?? open.latest };
    }
    case 'notEstablished':
      return { earliest: value.atLeast ?? open.earliest, latest: value.atMost ?? open.latest };
    case 'dated': {
      const last = value.values.at(-1)?.value;
      return last === undefined ? open : between(last, open);
    }
  }
}

/** The last day on which any text of a pack may have been read: a month counts to its end. No clock: pages of one pack are equal. */
export function lastRead(pack: RulePack): Day {
  const days = Object.values(pack.citations).map(({ seen }) => monthEnd(seen));
  return days.sort().at(-1) ?? '9999-12-31';
}

/** A day, or of a month no day before its end; only to be compared. */
export function monthEnd(seen: string): Day {
  return seen.length === 7 ? `${seen}-31` : seen;
}

/** For each edition when it began, and when it ended: the next one's beginning where it does not say, never for the last. */
export function spans(pack: RulePack): readonly { readonly from: Between; readonly until: Between }[] {
  const read = lastRead(pack);
  const bracketed = pack.editions.flatMap(({ from }) => {
    const known = between(from, { earliest: read, latest: read });
    return [known.earliest, known.latest];
  });
  const open = { earliest: bracketed.sort()[0] ?? read, latest: read };
  const starts = pack.editions.map(({ from }) => between(from, open));
  return pack.editions.map(({ until }, i) => {
    const next = starts[i + 1] ?? { earliest: '9999-12-31', latest: '9999-12-31' };
    const end = until === undefined ? next : between(until, open);
    const from = starts[i] ?? open;
    // What has ended began before.
    return { from: from.latest > end.latest ? { ...from, latest: end.latest } : from, until: end };
  });
}
