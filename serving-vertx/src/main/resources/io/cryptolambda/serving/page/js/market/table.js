// The table of many rows of which only those in sight exist. Rows are of one height; what scrolls is a box around them.

import { element, setText, withAttributes } from '../dom.js';
import { COLUMNS } from './columns.js';
import { drawSpark, sparkline } from './spark.js';

const ROW_PIXELS = 40;
const SPARE = 4;

export class Table {
  /**
   * @param box what scrolls; holds the table
   * @param open called with the symbol of a row that is chosen
   * @param sight called with each row that comes into sight
   */
  constructor(box, { open, sight }) {
    Object.assign(this, { box, open, sight });
    this.body = box.querySelector('tbody');
    this.rows = [];
    this.made = [];
    this.above = spacer();
    this.below = spacer();
    this.body.append(this.above, this.below);
    box.addEventListener('scroll', () => this.draw(), { passive: true });
    this.body.addEventListener('keydown', (event) => this.walk(event));
    new ResizeObserver(() => this.draw()).observe(box);
  }

  /** Shows rows, in their order. */
  show(rows) {
    this.rows = rows;
    this.box.querySelector('table').setAttribute('aria-rowcount', String(rows.length + 1));
    this.draw();
  }

  draw() {
    const head = this.box.querySelector('thead').offsetHeight;
    const inSight = Math.ceil((this.box.clientHeight - head) / ROW_PIXELS);
    const first = Math.max(0, Math.min(this.rows.length - inSight, Math.floor(this.box.scrollTop / ROW_PIXELS)) - SPARE);
    const last = Math.min(this.rows.length, first + inSight + 2 * SPARE);
    while (this.made.length < last - first) this.made.push(this.make());
    while (this.made.length > last - first) this.made.pop().line.remove();
    this.above.firstChild.style.height = first * ROW_PIXELS + 'px';
    this.below.firstChild.style.height = (this.rows.length - last) * ROW_PIXELS + 'px';
    this.made.forEach((made, i) => this.fill(made, this.rows[first + i], first + i));
  }

  make() {
    const link = element('a', 'pair');
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open(link.dataset.symbol);
    };
    const cells = COLUMNS.map((column, i) => (i === 0 ? withAttributes(element('th', '', link), { scope: 'row' }) : element('td', '')));
    const spark = sparkline();
    const line = element('tr', '', ...cells, element('td', 'sparks', spark));
    this.below.before(line);
    return { line, link, cells, spark, symbol: null };
  }

  fill(made, row, index) {
    const { line, link, cells, spark } = made;
    const other = made.symbol !== row.symbol;
    if (other) {
      made.symbol = row.symbol;
      link.dataset.symbol = row.symbol;
      link.href = '?symbol=' + encodeURIComponent(row.symbol);
      this.sight(row);
    }
    line.setAttribute('aria-rowindex', String(index + 2));
    COLUMNS.forEach((column, i) => {
      const value = column.value(row);
      const text = column.text(value, row);
      const cell = i === 0 ? link : cells[i];
      if (column.name === 'close' && !other && cell.textContent !== text) flash(cell, row.moved);
      setText(cell, text);
      const tone = column.tone?.(value) ?? '';
      if (i > 0 && cell.className !== tone) cell.className = tone;
    });
    drawSpark(spark, row.spark);
  }

  /** Up and down go from row to row, those out of sight too. */
  walk(event) {
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10, Home: -1e9, End: 1e9 }[event.key];
    const symbol = document.activeElement?.dataset.symbol;
    if (!by || !symbol) return;
    event.preventDefault();
    const from = this.rows.findIndex((row) => row.symbol === symbol);
    const to = Math.max(0, Math.min(this.rows.length - 1, from + by));
    const top = to * ROW_PIXELS;
    const height = this.box.clientHeight - this.box.querySelector('thead').offsetHeight - ROW_PIXELS;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    if (top > this.box.scrollTop + height) this.box.scrollTop = top - height;
    this.draw();
    this.made.find((made) => made.symbol === this.rows[to].symbol)?.link.focus();
  }
}

function spacer() {
  const line = element('tr', 'spacer', element('td', ''));
  line.firstChild.colSpan = COLUMNS.length + 1;
  line.setAttribute('aria-hidden', 'true');
  return line;
}

function flash(cell, moved) {
  if (moved === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const colour = getComputedStyle(cell).getPropertyValue(moved < 0 ? '--down-tint' : '--up-tint');
  cell.animate([{ backgroundColor: colour }, { backgroundColor: 'transparent' }], 700);
}
