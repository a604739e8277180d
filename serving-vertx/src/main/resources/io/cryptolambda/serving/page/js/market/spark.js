// Sparklines: a day of closes as a line, asked for when a row comes into sight.

import { get } from '../api.js';

export const WIDTH = 96;
export const HEIGHT = 24;
const BARS = 96;
const AT_ONCE = 4;
const AGAIN_MILLIS = 5000;

/** How closes are drawn: the points of a line, whether it rises, and the same in words; null where there is no line. */
export function lineOf(spark) {
  if (!spark || spark.length < 2) return null;
  const closes = spark.map((point) => point.close);
  const low = Math.min(...closes);
  const height = Math.max(...closes) - low || 1;
  const x = (i) => ((i / (closes.length - 1)) * (WIDTH - 2) + 1).toFixed(1);
  const y = (close) => (HEIGHT - 2 - ((close - low) / height) * (HEIGHT - 4)).toFixed(1);
  const moved = ((closes.at(-1) / closes[0] - 1) * 100).toFixed(2);
  return {
    points: closes.map((close, i) => x(i) + ',' + y(close)).join(' '),
    rises: closes.at(-1) >= closes[0],
    words: 'last 24 hours: ' + moved + ' percent',
  };
}

/** Asks for the bars of symbols, a few at a time, the last asked for first. */
export class SparkLoader {
  constructor(loaded) {
    this.loaded = loaded;
    this.asked = new Set();
    this.waiting = [];
    this.running = 0;
  }

  want(symbol) {
    if (this.asked.has(symbol)) return;
    this.asked.add(symbol);
    this.waiting.push(symbol);
    this.next();
  }

  async next() {
    if (this.running >= AT_ONCE || this.waiting.length === 0) return;
    const symbol = this.waiting.pop();
    this.running += 1;
    try {
      const { rows } = await get('candles', { symbol, interval: '15m', limit: BARS, fields: 'open_time,close' });
      this.loaded(symbol, rows);
    } catch (error) {
      if (error.status === undefined) throw error;
      setTimeout(() => this.asked.delete(symbol), AGAIN_MILLIS); // then asked for again, if it is in sight
    } finally {
      this.running -= 1;
      this.next();
    }
  }
}
