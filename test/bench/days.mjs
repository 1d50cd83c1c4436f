const DAY = 86_400_000;

/** The number of a day, counted from 1 January 1970. */
export function dayNumber(day) {
  return Date.parse(day) / DAY;
}

/** @example addDays('2013-12-31', 1) // '2014-01-01' */
export function addDays(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The same day so many years later; the last of February where there is no 29th. @example addYears('2012-12-03', 4) // '2016-12-03' */
export function addYears(day, years) {
  const year = Number(day.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = day.endsWith('-02-29') && !isLeap ? '-02-28' : day.slice(4);
  return `${year}${rest}`;
}
