// What can be drawn beside candles. Minutes have rolling features, bars have indicators: each study names those it is of.

const MINUTE = ['1m'];
const BARS = ['5m', '15m', '1h', '4h', '1d'];

/** Lines over the candles; `fields` are drawn in order, `band` fills between the first two. */
export const OVERLAYS = {
  sma_20: { label: 'SMA 20', fields: ['sma_20'], colour: 'study-1', of: [...MINUTE, ...BARS] },
  sma_50: { label: 'SMA 50', fields: ['sma_50'], colour: 'study-2', of: BARS },
  sma_200: { label: 'SMA 200', fields: ['sma_200'], colour: 'study-3', of: BARS },
  ema_12: { label: 'EMA 12', fields: ['ema_12'], colour: 'study-4', of: BARS },
  ema_26: { label: 'EMA 26', fields: ['ema_26'], colour: 'study-5', of: BARS },
  ema_50: { label: 'EMA 50', fields: ['ema_50'], colour: 'study-6', of: BARS },
  bollinger: { label: 'Bollinger', fields: ['bb_upper', 'bb_lower'], names: ['upper', 'lower'], band: true, colour: 'study-7', of: BARS },
  vwap: { label: 'VWAP', fields: ['vwap'], colour: 'study-8', of: BARS },
  vwap_15: { label: 'VWAP 15', fields: ['vwap_15'], colour: 'study-4', of: MINUTE },
  vwap_60: { label: 'VWAP 60', fields: ['vwap_60'], colour: 'study-8', of: MINUTE },
};

/** Panes below the candles. */
export const PANES = {
  macd: { label: 'MACD', lines: { macd: 'study-4', macd_signal: 'study-8' }, histogram: 'macd_hist', of: BARS },
  rsi_14: { label: 'RSI 14', lines: { rsi_14: 'study-1' }, range: [0, 100], levels: [30, 70], of: BARS },
  zscore_20: { label: 'Z-score 20', lines: { zscore_20: 'study-1' }, levels: [-2, 2], of: MINUTE },
  volatility_60: { label: 'Volatility 60', lines: { volatility_60: 'study-4' }, percent: true, of: MINUTE },
};

const FIELD_NAMES = { macd: 'MACD', macd_signal: 'signal', macd_hist: 'histogram' };

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
