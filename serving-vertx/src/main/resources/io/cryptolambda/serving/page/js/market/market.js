// The newest of every symbol: a row each, of its newest minute and of the RSI of its newest bar. A row never changes: what
// is newer takes its place, so that two of them are told apart by what they are.

const SPARK_BARS = 96;

export class Market {
  constructor() {
    this.rows = new Map();
    this.newest = null;
  }

  /** Takes over rows of `latest`: minutes, and bars for the RSI. */
  load(minutes, bars) {
    minutes.forEach((minute) => this.minute(minute));
    bars.forEach((bar) => this.bar(bar));
  }

  /** Takes a live document, a minute or a bar. */
  live(document) {
    if (document.interval === '1m') this.minute(document);
    else this.bar(document);
  }

  minute(minute) {
    this.newest = Math.max(this.newest ?? 0, minute.as_of_time ?? 0) || null;
    const held = this.rows.get(minute.symbol);
    if (held && !isNewer(minute, held)) return;
    const moved = held ? Math.sign(Number(minute.close) - Number(held.close)) : 0;
    this.rows.set(minute.symbol, { ...held, ...minute, moved: moved || (held?.moved ?? 0) });
  }

  bar(bar) {
    const row = this.rows.get(bar.symbol);
    if (!row) return;
    const known = { open_time: row.bar_time ?? -1, as_of: row.bar_as_of ?? -1 };
    if (!isNewer(bar, known)) return;
    const spark = row.spark && continued(row.spark, bar);
    this.rows.set(bar.symbol, { ...row, rsi_14: bar.rsi_14, bar_time: bar.open_time, bar_as_of: bar.as_of, spark });
  }

  /** Takes the bars of a symbol that its sparkline is drawn of. */
  spark(symbol, bars) {
    const row = this.rows.get(symbol);
    const spark = bars.slice(-SPARK_BARS).map(({ open_time, close }) => ({ open_time, close: Number(close) }));
    if (row) this.rows.set(symbol, { ...row, spark });
  }
}

/** Whether a document knows more than what is held of its symbol and interval. */
export const isNewer = (given, held) =>
  given.open_time > held.open_time || (given.open_time === held.open_time && given.as_of > held.as_of);

function continued(spark, { open_time, close }) {
  const kept = spark.filter((point) => point.open_time < open_time);
  return [...kept, { open_time, close: Number(close) }].slice(-SPARK_BARS);
}
