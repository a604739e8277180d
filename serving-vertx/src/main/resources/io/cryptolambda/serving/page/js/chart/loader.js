// Loads one choice of symbol, interval and layer, and keeps it up to date. A choice that is gone is closed.

import { get } from '../api.js';
import { openStream } from '../stream.js';
import { studyResource } from './catalogue.js';
import { Series } from './series.js';

const PAGE = 500;
const MOST = 5000;
const AGAIN_MILLIS = 3000;

export class Loader {
  /**
   * @param choice symbol, interval and layer
   * @param changed called when there is something else to draw
   * @param told called with null after an answer, with the error else
   * @param streaming called with whether the live stream is open
   */
  constructor(choice, intervalMillis, { changed, told, streaming }) {
    Object.assign(this, { choice, changed, told });
    this.series = new Series(intervalMillis, choice.layer);
    this.loading = false;
    this.again = null;
    this.before = [null, null];
    this.loaded = false;
    this.closeStream = openStream({ symbol: choice.symbol, interval: choice.interval }, {
      take: (document) => this.series.live(document) && this.loaded && changed(),
      missed: () => this.reload(),
      state: streaming,
    });
    this.series.expect();
    this.reload();
  }

  close() {
    clearTimeout(this.again);
    this.closed = true;
    this.closeStream();
  }

  /** Loads everything that is held, or the newest page, again. */
  async reload() {
    clearTimeout(this.again);
    const held = this.series.size;
    const limit = Math.min(MOST, Math.max(PAGE, held));
    const works = await this.load({ limit }, true);
    if (!works && !this.closed) this.again = setTimeout(() => this.reload(), AGAIN_MILLIS);
  }

  /** Loads the page before the oldest; the cursors keep it of the same run. */
  async older() {
    if (!this.loaded || this.before.includes(null)) return;
    await this.load({ limit: PAGE }, false);
  }

  /** False if it failed, or something is being loaded already. */
  async load(range, fresh) {
    if (this.loading) return false;
    this.loading = true;
    this.series.expect();
    try {
      const [candles, studies] = await Promise.all(['candles', studyResource(this.choice.interval)].map((resource, i) =>
        get(resource, { ...this.choice, ...range, cursor: fresh ? null : this.before[i] })));
      if (this.closed) return true;
      this.series.load(candles.rows, studies.rows, candles.k, fresh);
      this.before = [candles.previous_cursor, studies.previous_cursor];
      this.run = candles.run_id;
      this.loaded = true;
      this.told(candles.stale ? { status: 503, message: '' } : null);
      this.changed();
      return !candles.stale;
    } catch (error) {
      if (this.closed) return true;
      if (error.status === undefined) throw error;
      this.told(error);
      if (error.status === 400) this.before = [null, null]; // older ones are not retained
      if (error.status === 410) setTimeout(() => this.reload()); // another run is served: its cursors are others
      return false;
    } finally {
      this.loading = false;
    }
  }

  /** A run other than the one that was loaded is served: any bar may be another. */
  follow(runId) {
    if (this.loaded && this.run !== runId && !this.loading) this.reload();
  }
}
