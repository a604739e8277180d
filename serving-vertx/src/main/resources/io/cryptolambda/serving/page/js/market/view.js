// The market's part of the page: every symbol in a table. All that grows with their number is done by a worker.

import { by, element, setData, setText, withAttributes } from '../dom.js';
import { span } from '../format.js';
import { report, reportAnswer, reportNewest } from '../status.js';
import { COLUMNS } from './columns.js';
import { Table } from './table.js';

const AGE_MILLIS = 1000;

/** What stands where no row is; null for nothing. */
function notice(state, text = '') {
  const target = by('market-notice');
  target.hidden = state === null;
  setData(target, 'state', state ?? '');
  setText(target, text);
}

export class MarketView {
  /** @param choose called with what was changed */
  constructor(state, choose) {
    Object.assign(this, { state, choose });
    this.table = new Table(by('market-box'), {
      open: (symbol) => choose({ view: 'chart', symbol }),
      look: (rows) => this.feed?.postMessage(rows),
    });
    this.head();
    by('filter').oninput = (event) => choose({ filter: event.target.value });
    document.addEventListener('visibilitychange', () => this.feed?.postMessage({ seen: !document.hidden }));
  }

  /** Column heads are buttons that sort. */
  head() {
    const cells = COLUMNS.map(({ name, label, title }) => {
      const button = withAttributes(element('button', '', label), { type: 'button', title });
      button.onclick = () => this.choose({ sort: this.state.sort === name ? '-' + name : name });
      return withAttributes(element('th', '', button), { scope: 'col', 'data-name': name });
    });
    by('market-head').append(...cells, withAttributes(element('th', 'sparks', '24 h'), { scope: 'col' }));
  }

  update() {
    if (!this.feed) this.open();
    const { sort, filter } = this.state;
    if (by('filter').value !== filter) by('filter').value = filter;
    for (const cell of by('market-head').children) {
      const direction = { [sort]: 'ascending', [sort.replace(/^-/, '')]: sort.startsWith('-') ? 'descending' : 'ascending' }[cell.dataset.name];
      if (direction) cell.setAttribute('aria-sort', direction);
      else cell.removeAttribute('aria-sort');
    }
    this.feed.postMessage({ sort, filter });
  }

  open() {
    this.known = { loaded: false, total: 0, newest: null, failed: false };
    this.table.reset();
    this.feed = new Worker('/js/market/feed.js', { type: 'module' });
    this.feed.onmessage = ({ data }) => this.take(data);
    this.feed.postMessage({ seen: !document.hidden });
    this.say();
    this.aging = setInterval(() => this.age(), AGE_MILLIS);
  }

  close() {
    this.feed?.terminate();
    this.feed = null;
    clearInterval(this.aging);
    report('stream', true);
  }

  /** What the worker tells. */
  take({ open, answered, order, rows, ...known }) {
    if (open !== undefined) report('stream', open);
    if (answered !== undefined) {
      reportAnswer(answered === null ? null : { status: answered });
      this.known.failed = answered !== null;
      this.say();
    }
    if (known.total === undefined) return;
    this.known = { ...this.known, ...known };
    if (order) {
      this.table.order(order);
      this.age();
    }
    this.table.words(rows);
    this.say();
  }

  say() {
    const { loaded, total, failed } = this.known;
    const shown = this.table.symbols.length;
    setText(by('market-count'), loaded || total > 0 ? `${shown} of ${total} pairs` : '');
    if (shown > 0) notice(null);
    else if (total > 0) notice('none', 'No pair matches the filter.');
    else if (loaded) notice('empty', 'No candle has arrived yet. The first pairs show up here by themselves.');
    else if (failed) notice('error', 'The pairs cannot be read at the moment. The page tries again by itself.');
    else notice('loading', 'Loading all pairs …');
  }

  age() {
    const { newest } = this.known;
    if (newest) reportNewest(newest);
    setText(by('market-age'), newest ? `newest record ${span(Date.now() - newest)} ago` : '');
  }
}
