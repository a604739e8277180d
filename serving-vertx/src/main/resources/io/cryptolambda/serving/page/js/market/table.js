// The table of many rows of which only those in sight exist. Rows are of one height; what scrolls is a box around them.

import { withAttributes } from '../dom.js';
import { Line, spacer } from './line.js';
import { Painter } from './painter.js';

const ROW_PIXELS = 40;
const HEAD_PIXELS = 40;
const SPARE = 4;
// Words are known of more rows than exist, so that scrolling finds them there.
const AHEAD = 24;

export class Table {
  /**
   * @param box what scrolls; holds the table
   * @param open called with the symbol of a row that is chosen
   * @param look called with the first and the last row in sight or close to it, when they have become others
   */
  constructor(box, { open, look }) {
    Object.assign(this, { box, open, look });
    this.body = box.querySelector('tbody');
    this.table = box.querySelector('table');
    this.lines = [];
    this.above = spacer();
    this.below = spacer();
    this.body.append(this.above, this.below);
    this.painter = new Painter((line) => line.paint(this.known.get(line.symbol)));
    this.height = 0;
    this.reset();
    box.addEventListener('scroll', () => {
      this.top = box.scrollTop;
      this.draw();
    }, { passive: true });
    this.body.addEventListener('keydown', (event) => this.walk(event));
    new ResizeObserver(([{ contentRect }]) => {
      this.height = contentRect.height;
      this.draw();
    }).observe(box);
  }

  /** Forgets all rows. */
  reset() {
    this.symbols = [];
    this.pairs = [];
    this.known = new Map();
    this.window = '';
    this.scroll(0);
  }

  /** Shows rows in another order. */
  order({ symbols, pairs }) {
    Object.assign(this, { symbols, pairs });
    withAttributes(this.table, { 'aria-rowcount': String(symbols.length + 1) });
    this.draw();
  }

  /** Takes new words of rows; those that exist are painted, some in each frame. */
  words(rows) {
    for (const row of rows) this.known.set(row.symbol, row);
    const named = new Set(rows.map((row) => row.symbol));
    this.painter.paint(this.lines.filter((line) => named.has(line.symbol)));
  }

  draw() {
    const count = this.symbols.length;
    const inSight = Math.max(0, Math.ceil((this.height - HEAD_PIXELS) / ROW_PIXELS));
    const first = Math.max(0, Math.min(count - inSight, Math.floor(this.top / ROW_PIXELS)) - SPARE);
    const last = Math.min(count, first + inSight + 2 * SPARE);
    this.above.reach(first * ROW_PIXELS);
    this.below.reach((count - last) * ROW_PIXELS);
    while (this.lines.length < last - first) this.lines.push(this.make());
    while (this.lines.length > last - first) this.lines.pop().remove();
    this.lines.forEach((line, i) => {
      const at = first + i;
      if (line.become(this.symbols[at], this.pairs[at], at)) line.paint(this.known.get(line.symbol));
    });
    this.lookAt(Math.max(0, first - AHEAD), Math.min(count, last + AHEAD));
  }

  lookAt(first, last) {
    const window = first + '-' + last;
    if (window === this.window) return;
    this.window = window;
    this.look({ first, last });
  }

  make() {
    const line = new Line(this.open);
    this.below.before(line.element);
    return line;
  }

  /** Up and down go from row to row, those out of sight too. */
  walk(event) {
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -1e9, End: 1e9 }[event.key];
    const symbol = document.activeElement?.dataset.symbol;
    if (!by || !symbol) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(this.symbols.length - 1, this.symbols.indexOf(symbol) + by));
    const top = to * ROW_PIXELS;
    const height = this.height - HEAD_PIXELS - ROW_PIXELS;
    if (top < this.top) this.scroll(top);
    if (top > this.top + height) this.scroll(top - height);
    this.lines.find((line) => line.symbol === this.symbols[to])?.focus();
  }

  scroll(top) {
    this.top = top;
    this.box.scrollTop = top;
    this.draw();
  }
}
