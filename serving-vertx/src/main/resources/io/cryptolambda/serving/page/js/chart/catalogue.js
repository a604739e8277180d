// What can be drawn beside candles. Minutes have rolling features, bars have indicators: each study names those it is of, and
// `means` what it says, in a plain sentence.

const MINUTE = ['1m'];
const BARS = ['5m', '15m', '1h', '4h', '1d'];

const SMA = (bars) => `Simple moving average: the mean of the last ${bars} closes.`;
const EMA = (bars) => `Exponential moving average over ${bars} bars: newer closes weigh more.`;

/** Lines over the candles; `fields` are drawn in order, `band` fills between the first two. */
export const OVERLAYS = {
  sma_20: { label: 'SMA 20', fields: ['sma_20'], colour: 'study-1', of: [...MINUTE, ...BARS], means: SMA(20) },
  sma_50: { label: 'SMA 50', fields: ['sma_50'], colour: 'study-2', of: BARS, means: SMA(50) },
  sma_200: { label: 'SMA 200', fields: ['sma_200'], colour: 'study-3', of: BARS, means: SMA(200) },
  ema_12: { label: 'EMA 12', fields: ['ema_12'], colour: 'study-4', of: BARS, means: EMA(12) },
  ema_26: { label: 'EMA 26', fields: ['ema_26'], colour: 'study-5', of: BARS, means: EMA(26) },
  ema_50: { label: 'EMA 50', fields: ['ema_50'], colour: 'study-6', of: BARS, means: EMA(50) },
  bollinger: {
    label: 'Bollinger', fields: ['bb_upper', 'bb_lower'], names: ['upper', 'lower'], band: true, colour: 'study-7', of: BARS,
    means: 'Bollinger bands: two deviations above and below the mean of 20 closes; few closes lie outside.',
  },
  vwap: { label: 'VWAP', fields: ['vwap'], colour: 'study-8', of: BARS, means: 'The average price paid within the bar, by volume.' },
  vwap_15: { label: 'VWAP 15', fields: ['vwap_15'], colour: 'study-4', of: MINUTE, means: 'The average price paid in the last 15 minutes, by volume.' },
  vwap_60: { label: 'VWAP 60', fields: ['vwap_60'], colour: 'study-8', of: MINUTE, means: 'The average price paid in the last hour, by volume.' },
};

/** Panes below the candles; `places` where all values have as many, as those between 0 and 100. */
export const PANES = {
  macd: {
    label: 'MACD', lines: { macd: 'study-4', macd_signal: 'study-8' }, histogram: 'macd_hist', of: BARS,
    means: 'How far the faster average (12) is above the slower (26); the histogram is its distance from its own average over 9.',
  },
  rsi_14: {
    label: 'RSI 14', lines: { rsi_14: 'study-1' }, range: [0, 100], levels: [30, 70], places: 1, of: BARS,
    means: 'Relative strength index: gains as a share of all moves of 14 bars. From 70 overbought, to 30 oversold.',
  },
  adx_14: {
    label: 'ADX 14', lines: { adx_14: 'study-1', plus_di_14: 'study-5', minus_di_14: 'study-8' }, least: 0, levels: [25], places: 1, of: BARS,
    means: 'Strength of a trend, whichever its direction: from 25 there is one. It rises while +DI is above \u2212DI, else it falls.',
  },
  atr_14: {
    label: 'ATR 14', lines: { atr_14: 'study-2' }, of: BARS,
    means: 'Average true range: how far the price moves within a bar, averaged over 14, in the quote currency.',
  },
  stoch: {
    label: 'Stochastic', lines: { stoch_k: 'study-4', stoch_d: 'study-8' }, range: [0, 100], levels: [20, 80], places: 1, of: BARS,
    means: 'Where the close is between the lowest (0) and the highest (100) of 14 bars, smoothed over 3; %D is %K smoothed again.',
  },
  mfi_14: {
    label: 'MFI 14', lines: { mfi_14: 'study-6' }, range: [0, 100], levels: [20, 80], places: 1, of: BARS,
    means: 'Money flow index: as RSI, of the money that changed hands over 14 bars. From 80 overbought, to 20 oversold.',
  },
  zscore_20: {
    label: 'Z-score 20', lines: { zscore_20: 'study-1' }, levels: [-2, 2], of: MINUTE,
    means: 'How many deviations the close is from the mean of the last 20.',
  },
  volatility_60: {
    label: 'Volatility 60', lines: { volatility_60: 'study-4' }, percent: true, of: MINUTE,
    means: 'Deviation of the last 60 one-minute log returns.',
  },
};

const FIELD_NAMES = {
  macd: 'MACD', macd_signal: 'signal', macd_hist: 'histogram', plus_di_14: '+DI', minus_di_14: '\u2212DI', stoch_k: '%K', stoch_d: '%D',
};

export const fieldName = (field, absent) => FIELD_NAMES[field] ?? absent;

/** The names of a catalogue that an interval has. */
export const available = (catalogue, interval) =>
  Object.keys(catalogue).filter((name) => catalogue[name].of.includes(interval));

/** Of the panes chosen, those that an interval has; minutes have their own, shown where any pane is chosen. */
export function panesOf(chosen, interval) {
  const here = available(PANES, interval);
  const wanted = here.filter((name) => chosen.includes(name));
  return wanted.length || chosen.length === 0 || interval !== '1m' ? wanted : here;
}

/** The resource that an interval's studies are served by. */
export const studyResource = (interval) => (interval === '1m' ? 'features' : 'indicators');
