// The columns of the market table: what each shows, how it sorts, and what its name means.

import { change, fixed, ofLog, price } from '../format.js';

const ROUNDS_TO_NOTHING = 0.00005;
const SIGNED = (value) => (value === null || Math.abs(value) < ROUNDS_TO_NOTHING ? '' : value < 0 ? 'down' : 'up');
const EXTREME = 2;
const percent = (value) => (value === null ? '–' : (value * 100).toFixed(3) + '%');

const returned = (minutes, label) => ({
  name: 'log_return_' + minutes, label, title: 'Change of the close over the last ' + minutes + ' minutes',
  value: (row) => ofLog(row['log_return_' + minutes] ?? null), text: change, tone: SIGNED,
});
const volatility = (minutes) => ({
  name: 'volatility_' + minutes, label: 'Vol. ' + minutes, title: 'Volatility: deviation of the last ' + minutes + ' one-minute log returns',
  value: (row) => row['volatility_' + minutes] ?? null, text: percent,
});
const zscore = (name, label, title) => ({
  name, label, title, value: (row) => row[name] ?? null, text: (value) => fixed(value, 2),
  tone: (value) => (value !== null && Math.abs(value) >= EXTREME ? 'extreme' : ''),
});

export const COLUMNS = [
  { name: 'symbol', label: 'Pair', title: 'Pair, as BASE/QUOTE', value: (row) => row.pair, text: (value) => value },
  { name: 'close', label: 'Price', title: 'Close of the newest minute', value: (row) => Number(row.close), text: (_, row) => price(row.close) },
  returned(1, '1 min'),
  returned(5, '5 min'),
  returned(15, '15 min'),
  returned(60, '1 h'),
  volatility(15),
  volatility(60),
  zscore('zscore_20', 'Price z', 'How many deviations the close is from the mean of the last 20'),
  zscore('volume_zscore_60', 'Volume z', 'How many deviations the volume is from the mean of the last 60'),
  {
    name: 'rsi_14', label: 'RSI 14', title: 'Relative strength index over 14 bars of 15 minutes; from 70 overbought, to 30 oversold',
    value: (row) => row.rsi_14 ?? null, text: (value) => fixed(value, 1), tone: (value) => (value !== null && (value >= 70 || value <= 30) ? 'extreme' : ''),
  },
];

/** Rows in the order of `sort`: a column's name, descending with a minus before it. What is absent comes last. */
export function sorted(rows, sort) {
  const descending = sort.startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const column = COLUMNS.find((each) => each.name === name) ?? COLUMNS[0];
  const sign = descending ? -1 : 1;
  const compare = (a, b) => (typeof a === 'string' ? a.localeCompare(b) : a - b);
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => (a.value === null || b.value === null
      ? (a.value === null) - (b.value === null)
      : sign * compare(a.value, b.value)) || a.row.symbol.localeCompare(b.row.symbol))
    .map(({ row }) => row);
}

/** Rows whose pair or symbol has all words of `filter` in it. */
export function filtered(rows, filter) {
  const words = filter.toUpperCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter((row) => words.every((word) => row.pair.includes(word) || row.symbol.includes(word)));
}
