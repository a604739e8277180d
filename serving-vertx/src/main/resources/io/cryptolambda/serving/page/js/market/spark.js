// Sparklines: a day of closes as a line, asked for when a row comes into sight.

import { get } from '../api.js';
import { svg } from '../dom.js';

const WIDTH = 96;
const HEIGHT = 24;
const BARS = 96;
const AT_ONCE = 4;

export function sparkline() {
  const line = svg('polyline', { fill: 'none', 'stroke-width': 1.5, 'stroke-linejoin': 'round' });
  const box = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img' });
  box.append(line);
  return box;
}

/** Draws a row's closes, if they are there. */
export function drawSpark(box, spark) {
  if (box.drawn === spark) return;
  box.drawn = spark;
  const closes = (spark ?? []).map((point) => point.close);
  const low = Math.min(...closes);
  const height = Math.max(...closes) - low || 1;
  const x = (i) => ((i / Math.max(1, closes.length - 1)) * (WIDTH - 2) + 1).toFixed(1);
  const y = (close) => (HEIGHT - 2 - ((close - low) / height) * (HEIGHT - 4)).toFixed(1);
  box.firstChild.setAttribute('points', closes.map((close, i) => x(i) + ',' + y(close)).join(' '));
  const rises = closes.length > 1 && closes.at(-1) >= closes[0];
  box.setAttribute('class', closes.length < 2 ? 'spark' : rises ? 'spark up' : 'spark down');
  const moved = closes.length > 1 ? ((closes.at(-1) / closes[0] - 1) * 100).toFixed(2) + ' percent' : 'not loaded';
  box.setAttribute('aria-label', 'last 24 hours: ' + moved);
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
      this.asked.delete(symbol); // asked for again when it comes into sight again
    } finally {
      this.running -= 1;
      this.next();
    }
  }
}
