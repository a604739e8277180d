// The newest of every symbol: a row each, of its newest minute and of the RSI of its newest bar.

const SPARK_BARS = 96;

export class Market {
  constructor() {
    this.rows = new Map();
  }

  /** Takes over rows of `latest`: minutes, and bars for the RSI. */
  load(minutes, bars) {
    minutes.forEach((minute) => this.minute(minute));
    bars.forEach((bar) => this.bar(bar));
  }

  /** Takes live documents, minutes and bars alike. */
  live(documents) {
    for (const document of documents) {
      if (document.interval === '1m') this.minute({ ...document, layer: 'speed' });
      else this.bar(document);
    }
  }

  minute(minute) {
    const held = this.rows.get(minute.symbol);
    if (held && !isNewer(minute, held)) return;
    const moved = held ? Math.sign(Number(minute.close) - Number(held.close)) : 0;
    this.rows.set(minute.symbol, { ...held, ...minute, pair: minute.pair, moved: moved || (held?.moved ?? 0) });
  }

  bar(bar) {
    const row = this.rows.get(bar.symbol);
    if (!row) return;
    const known = { open_time: row.bar_time ?? -1, as_of: row.bar_as_of ?? -1 };
    if (!isNewer(bar, known)) return;
    Object.assign(row, { rsi_14: bar.rsi_14, bar_time: bar.open_time, bar_as_of: bar.as_of });
    if (row.spark) row.spark = continued(row.spark, bar);
  }

  /** Takes the bars of a symbol that its sparkline is drawn of. */
  spark(symbol, bars) {
    const row = this.rows.get(symbol);
    if (row) row.spark = bars.slice(-SPARK_BARS).map(({ open_time, close }) => ({ open_time, close: Number(close) }));
  }
}

/** Whether a document knows more than what is held of its symbol and interval. */
export const isNewer = (given, held) =>
  given.open_time > held.open_time || (given.open_time === held.open_time && given.as_of > held.as_of);

function continued(spark, { open_time, close }) {
  const kept = spark.filter((point) => point.open_time < open_time);
  return [...kept, { open_time, close: Number(close) }].slice(-SPARK_BARS);
}
