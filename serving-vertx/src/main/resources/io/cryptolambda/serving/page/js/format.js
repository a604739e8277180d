// Numbers and times as people read them. Prices stay the API's own digits.

const UTC = { timeZone: 'UTC', hourCycle: 'h23' };
const CLOCK = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short' });
const FULL_DAY = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short', year: 'numeric' });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

export const clock = (time) => CLOCK.format(time);
export const seconds = (time) => SECONDS.format(time);
export const day = (time) => DAY.format(time);
export const fullDay = (time) => FULL_DAY.format(time);
export const compact = (number) => COMPACT.format(number);
export const grouped = (number) => number.toLocaleString('en');

/** "43967.44000000" as "43,967.44": no digit is lost, zeros beyond the second place are left out. */
export function price(text) {
  const [whole, places = ''] = String(text).split('.');
  const kept = places.replace(/0+$/, '').padEnd(2, '0');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + kept;
}

/** A computed number with as many places as its size needs. */
export function number(value) {
  if (value === null || value === undefined) return '–';
  const size = Math.abs(value);
  const places = size >= 1000 ? 2 : size >= 1 ? 4 : 6;
  return value.toLocaleString('en', { minimumFractionDigits: Math.min(2, places), maximumFractionDigits: places });
}

/** A duration in its largest fitting unit. */
export function span(millis) {
  const units = [[86400000, 'd'], [3600000, 'h'], [60000, 'min'], [1000, 's']];
  const [length, unit] = units.find(([length]) => millis >= length) ?? units[3];
  return Math.floor(Math.max(0, millis) / length) + ' ' + unit;
}

/** Knowledge position: generation and offset. */
export function position(asOf) {
  const generation = Math.floor(asOf / 2 ** 44);
  return grouped(asOf - generation * 2 ** 44) + (generation > 1 ? ' (generation ' + generation + ')' : '');
}
