// Numbers and times as people read them. Prices stay the API's own digits.

const UTC = { timeZone: 'UTC', hourCycle: 'h23' };
const CLOCK = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short' });
const FULL_DAY = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short', year: 'numeric' });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const GENERATION = 2 ** 44;
const UNITS = [[86400000, 'd'], [3600000, 'h'], [60000, 'min'], [1000, 's']];

export const NONE = '–';

export const clock = (time) => CLOCK.format(time);
export const seconds = (time) => SECONDS.format(time);
export const day = (time) => DAY.format(time);
export const fullDay = (time) => FULL_DAY.format(time);
// A day is never broken over two lines.
export const moment = (time) => FULL_DAY.format(time).replaceAll(' ', '\u00a0') + ' ' + CLOCK.format(time);
export const compact = (number) => COMPACT.format(number).replace('-', '−');
export const grouped = (number) => number.toLocaleString('en');

const absent = (value) => value === null || value === undefined;

/** "43967.44000000" as "43,967.44": no digit is lost, zeros beyond the second place are left out. */
export function price(text) {
  if (absent(text)) return NONE;
  const [whole, places = ''] = String(text).split('.');
  const kept = places.replace(/0+$/, '').padEnd(2, '0');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + '.' + kept;
}

/** A computed number with as many places as its size needs. */
export function number(value) {
  if (absent(value)) return NONE;
  const size = Math.abs(value);
  const places = size >= 1000 ? 2 : size >= 1 ? 4 : 6;
  return value.toLocaleString('en', { minimumFractionDigits: Math.min(2, places), maximumFractionDigits: places }).replace('-', '−');
}

/** With a fixed number of places. */
export const fixed = (value, places) => (absent(value) ? NONE : value.toFixed(places).replace('-', '−'));

/** A fraction in percent, with its sign where it does not round to nothing. */
export function change(fraction) {
  if (absent(fraction)) return NONE;
  const text = Math.abs(fraction * 100).toFixed(2);
  return (Number(text) === 0 ? '' : fraction < 0 ? '−' : '+') + text + '%';
}

/** A logarithmic return as the change that it is. */
export const ofLog = (logReturn) => (absent(logReturn) ? null : Math.exp(logReturn) - 1);

/** A duration in its largest fitting unit. */
export function span(millis) {
  const [length, unit] = UNITS.find(([length]) => millis >= length) ?? UNITS[3];
  return Math.floor(Math.max(0, millis) / length) + ' ' + unit;
}

/** A duration in its two largest units. */
export function exactSpan(millis) {
  const at = UNITS.findIndex(([length]) => millis >= length);
  if (at < 0) return Math.round(millis) + ' ms';
  const rest = millis % UNITS[at][0];
  return span(millis) + (UNITS[at + 1] && rest >= UNITS[at + 1][0] ? ' ' + span(rest) : '');
}

/** Knowledge position: generation and offset. */
export function position(asOf) {
  if (absent(asOf)) return NONE;
  const generation = Math.floor(asOf / GENERATION);
  return grouped(asOf - generation * GENERATION) + (generation > 1 ? ' (generation ' + generation + ')' : '');
}
