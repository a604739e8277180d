// The bars at hand: candles and, beside each, its row of indicators (features where the interval is one minute).

export class Series {
  constructor(intervalMillis) {
    this.intervalMillis = intervalMillis;
    this.bars = new Map();
  }

  get size() {
    return this.bars.size;
  }

  /** Takes over rows, which replace those of the same open time. */
  put(candles, studies) {
    const byTime = new Map(studies.map((row) => [row.open_time, row]));
    for (const candle of candles) {
      this.bars.set(candle.open_time, { ...candle, study: byTime.get(candle.open_time) ?? null });
    }
  }

  /** Bars in order, with one entry `{gap}` (milliseconds) wherever bars are missing in between. */
  timeline() {
    const bars = [...this.bars.values()].sort((a, b) => a.open_time - b.open_time);
    const entries = [];
    for (const bar of bars) {
      const expected = entries.length ? entries.at(-1).open_time + this.intervalMillis : bar.open_time;
      if (bar.open_time > expected) entries.push({ open_time: expected, gap: bar.open_time - expected });
      entries.push(bar);
    }
    return entries;
  }
}

/** 'batch', 'speed' or 'provisional': how a bar is to be shown. */
export const kind = (bar) => (bar.provisional ? 'provisional' : bar.layer);
