// What is to be shown of the market: the order of its rows, and the words of those in sight that have changed since they
// were told last.

import { COLUMNS, filtered, sorted } from './columns.js';
import { lineOf } from './spark.js';

/** Rows change places every other second at most, and sparklines their shape: nobody can read what jumps. */
const ORDER_MILLIS = 2000;

export class Board {
  constructor(market) {
    this.market = market;
    this.loaded = false;
    this.order = [];
    this.orderedAt = -Infinity;
    this.size = 0;
    this.sort = 'symbol';
    this.filter = '';
    this.first = 0;
    this.last = 0;
    this.told = new Map();
    this.said = '';
  }

  /** Another order or filter. */
  choose({ sort, filter }) {
    Object.assign(this, { sort, filter, orderedAt: -Infinity });
  }

  /** Rows from `first` to before `last` of the order are in sight, or close to it. */
  look({ first, last }) {
    Object.assign(this, { first, last });
  }

  /** Symbols of the rows in sight. */
  inSight() {
    return this.order.slice(this.first, this.last);
  }

  /** What a reader of before has to be told; null if nothing. `now` in milliseconds, of a clock that never goes back. */
  changes(now) {
    const { size } = this.market.rows;
    const due = now - this.orderedAt > ORDER_MILLIS || size !== this.size;
    this.size = size;
    const order = due ? this.reorder(now) : null;
    const rows = this.inSight().map((symbol) => this.row(symbol, due)).filter((row) => row !== null);
    const about = { loaded: this.loaded, total: size, newest: this.market.newest };
    const said = JSON.stringify(about);
    if (!order && rows.length === 0 && said === this.said) return null;
    this.said = said;
    return { ...about, order, rows };
  }

  /** The order, if it is another one. */
  reorder(now) {
    this.orderedAt = now;
    const held = this.order;
    const rows = sorted(filtered([...this.market.rows.values()], this.filter), this.sort);
    this.order = rows.map((row) => row.symbol);
    const same = held.length === rows.length && held.every((symbol, i) => symbol === this.order[i]);
    return same ? null : { symbols: this.order, pairs: rows.map((row) => row.pair) };
  }

  /** A row's words, and its sparkline where that may change; null if they are as they were told. */
  row(symbol, mayDraw) {
    const row = this.market.rows.get(symbol);
    const told = this.told.get(symbol);
    if (told?.row === row) return null;
    const drawn = mayDraw || !told?.drawn ? row.spark : told.drawn;
    const line = drawn === told?.drawn ? told?.line ?? null : lineOf(drawn);
    const cells = COLUMNS.map((column) => {
      const value = column.value(row);
      return [column.text(value, row), column.tone?.(value) ?? ''];
    });
    const words = cells.join('|');
    const same = words === told?.words && drawn === told?.drawn;
    this.told.set(symbol, { row: drawn === row.spark ? row : null, drawn, line, words });
    return same ? null : { symbol, cells, moved: row.moved, line };
  }
}
