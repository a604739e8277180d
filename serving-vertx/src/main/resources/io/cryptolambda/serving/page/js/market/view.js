// The market's part of the page: every symbol in a table.

import { get } from '../api.js';
import { by, coalesced, element, setText } from '../dom.js';
import { span } from '../format.js';
import { report, reportAnswer, reportNewest } from '../status.js';
import { COLUMNS, filtered, sorted } from './columns.js';
import { Market } from './market.js';
import { SparkLoader } from './spark.js';
import { Table } from './table.js';

const ORDER_MILLIS = 2000;
const AGAIN_MILLIS = 20e3;
const RSI_INTERVAL = '15m';

export class MarketView {
  /** @param choose called with what was changed */
  constructor(state, choose) {
    Object.assign(this, { state, choose });
    this.market = new Market();
    this.order = [];
    this.orderedAt = -Infinity;
    this.sparks = new SparkLoader((symbol, bars) => {
      this.market.spark(symbol, bars);
      this.draw();
    });
    this.table = new Table(by('market-box'), {
      open: (symbol) => choose({ view: 'chart', symbol }),
      sight: (row) => this.sparks.want(row.symbol),
    });
    this.draw = coalesced(() => this.drawNow());
    this.head();
    by('filter').oninput = (event) => choose({ filter: event.target.value });
  }

  /** Column heads are buttons that sort. */
  head() {
    const cells = COLUMNS.map(({ name, label, title }) => {
      const button = element('button', '', label);
      button.type = 'button';
      button.title = title;
      button.onclick = () => this.choose({ sort: this.state.sort === name ? '-' + name : name });
      const cell = element('th', '', button);
      cell.scope = 'col';
      cell.dataset.name = name;
      return cell;
    });
    const last = element('th', 'sparks', '24 h');
    last.scope = 'col';
    by('market-head').append(...cells, last);
  }

  update() {
    if (!this.feed) this.open();
    if (by('filter').value !== this.state.filter) by('filter').value = this.state.filter;
    for (const cell of by('market-head').children) {
      const direction = { [this.state.sort]: 'ascending', [this.state.sort.replace(/^-/, '')]: this.state.sort.startsWith('-') ? 'descending' : 'ascending' }[cell.dataset.name];
      if (direction) cell.setAttribute('aria-sort', direction);
      else cell.removeAttribute('aria-sort');
    }
    this.orderedAt = -Infinity;
    this.draw();
  }

  open() {
    this.feed = new Worker('/js/market/feed.js', { type: 'module' });
    this.feed.onmessage = ({ data }) => {
      if (data.open !== undefined) report('stream', data.open);
      if (data.missed) this.load();
      if (!data.documents) return;
      this.market.live(data.documents);
      this.draw();
    };
    this.load();
    this.again = setInterval(() => this.load(), AGAIN_MILLIS);
  }

  close() {
    this.feed?.terminate();
    this.feed = null;
    clearInterval(this.again);
    report('stream', true);
  }

  async load() {
    try {
      const [minutes, bars] = await Promise.all([
        get('latest', { interval: '1m' }),
        get('latest', { interval: RSI_INTERVAL, fields: 'symbol,open_time,close,as_of,rsi_14' }),
      ]);
      this.market.load(minutes.rows, bars.rows);
      reportAnswer(minutes.stale ? { status: 503 } : null);
      this.loaded = true;
      this.draw();
    } catch (error) {
      if (error.status === undefined) throw error;
      reportAnswer(error);
    }
  }

  /** Rows change places every other second at most: nobody can read what jumps. */
  drawNow() {
    if (!this.feed) return;
    const rows = [...this.market.rows.values()];
    const now = performance.now();
    if (now - this.orderedAt > ORDER_MILLIS || this.order.length === 0) {
      this.orderedAt = now;
      this.order = sorted(filtered(rows, this.state.filter), this.state.sort).map((row) => row.symbol);
    }
    this.table.show(this.order.map((symbol) => this.market.rows.get(symbol)));
    this.count(rows);
  }

  count(rows) {
    const newest = rows.reduce((time, row) => Math.max(time, row.as_of_time ?? 0), 0);
    if (newest) reportNewest(newest);
    const all = rows.length;
    const words = !this.loaded ? 'Loading …' : all === 0 ? 'No candle has arrived yet.' : `${this.order.length} of ${all} pairs`;
    setText(by('market-count'), words);
    setText(by('market-age'), newest ? `newest record ${span(Date.now() - newest)} ago` : '');
    by('market-none').hidden = !this.loaded || this.order.length > 0 || all === 0;
  }
}
