// The bars at hand, each with its studies: what was loaded, and what has come live since.

import { replaces, row } from './merge.js';

const TO_SCALE = 240;
const FOLDED = 24;

export class Series {
  /** @param layer which layers are looked at */
  constructor(intervalMillis, layer) {
    this.intervalMillis = intervalMillis;
    this.layer = layer;
    this.bars = new Map();
    this.oldest = Infinity;
    this.arrived = null;
    this.k = null;
  }

  get size() {
    return this.bars.size;
  }

  /** From now on live documents are kept, to be put over what is being loaded. */
  expect() {
    this.arrived ??= [];
  }

  /** Takes over rows: candles and, of the same open times, their studies. */
  load(candles, studies, k, fresh) {
    const byTime = new Map(studies.map((study) => [study.open_time, study]));
    if (fresh) {
      this.bars.clear();
      this.oldest = Infinity;
    }
    this.k = k;
    for (const candle of candles) this.put({ ...byTime.get(candle.open_time), ...candle });
    const arrived = this.arrived ?? [];
    this.arrived = null;
    arrived.forEach((document) => this.live(document));
  }

  /** Takes a live document; true if it changed anything. One older than all that is loaded changes nothing. */
  live(document) {
    this.arrived?.push(document);
    const held = this.bars.get(document.open_time);
    if (this.size && document.open_time < this.oldest) return false;
    if (!replaces(held, document, this.k, this.layer)) return false;
    this.put(row(document, this.k, this.layer));
    return true;
  }

  put(bar) {
    this.bars.set(bar.open_time, bar);
    this.oldest = Math.min(this.oldest, bar.open_time);
  }

  /**
   * Bars in order, and slots with `gap` where bars are missing in between: as many as are missing, so that time stays to
   * scale, or `folded` to a few where it would push everything else out of sight.
   */
  timeline() {
    const bars = [...this.bars.values()].sort((a, b) => a.open_time - b.open_time);
    const entries = [];
    for (const [i, bar] of bars.entries()) {
      const from = i ? bars[i - 1].open_time + this.intervalMillis : bar.open_time;
      if (bar.open_time > from) entries.push(...this.slots(from, bar.open_time));
      entries.push(bar);
    }
    return entries;
  }

  slots(from, to) {
    const missing = (to - from) / this.intervalMillis;
    const folded = missing > TO_SCALE;
    const count = folded ? FOLDED : missing;
    const gap = { from, to, folded, count };
    return Array.from({ length: count }, (_, i) => ({
      open_time: from + Math.floor((i * missing) / count) * this.intervalMillis, gap, left: count - i,
    }));
  }
}

/** 'batch', 'speed' or 'provisional': how a bar is to be shown. */
export const kind = (bar) => (bar.provisional ? 'provisional' : bar.layer);

/** The ledger's entry of a hole; null where it does not know of it. */
export const explained = (gap, ledger) => ledger.find((entry) => entry.from < gap.to && entry.to > gap.from) ?? null;
