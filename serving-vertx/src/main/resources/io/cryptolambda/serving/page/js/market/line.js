// A row of the table that exists. It remembers what it shows, so that only what differs is written and nothing is read.

import { element, svg, withAttributes } from '../dom.js';
import { COLUMNS } from './columns.js';
import { HEIGHT, WIDTH } from './spark.js';

const PRICE = COLUMNS.findIndex((column) => column.name === 'close');
const TINT_MILLIS = 600;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Line {
  /** @param open called with the symbol when the row is chosen */
  constructor(open) {
    this.symbol = null;
    this.index = -1;
    this.texts = COLUMNS.map(() => document.createTextNode(''));
    this.shown = COLUMNS.map(() => ['', '']);
    this.link = element('a', 'pair', this.texts[0]);
    this.link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(this.symbol);
    };
    // A box of fixed size in each cell: another text in it moves nothing around it.
    this.boxes = this.texts.map((text, i) => (i === 0 ? this.link : element('span', 'value', text)));
    const cells = this.boxes.map((box, i) => (i === 0 ? withAttributes(element('th', '', box), { scope: 'row' }) : element('td', '', box)));
    this.stroke = svg('polyline', { fill: 'none', 'stroke-width': 1.5, 'stroke-linejoin': 'round' });
    this.spark = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', class: 'spark', 'aria-label': 'last 24 hours: not loaded' });
    this.spark.append(this.stroke);
    this.line = null;
    this.element = element('tr', '', ...cells, element('td', 'sparks', this.spark));
  }

  remove() {
    this.fade();
    this.element.remove();
  }

  focus() {
    this.link.focus();
  }

  /** Stands for a row from now on; true if it stood for another before. */
  become(symbol, pair, index) {
    if (this.index !== index) {
      this.index = index;
      this.element.setAttribute('aria-rowindex', String(index + 2));
    }
    if (this.symbol === symbol) return false;
    this.symbol = symbol;
    this.fresh = true;
    this.fade();
    this.link.dataset.symbol = symbol;
    this.link.href = '?symbol=' + encodeURIComponent(symbol);
    this.write(0, [pair, '']);
    return true;
  }

  /** Shows a row's words; none where they are not known yet. */
  paint(row) {
    const cells = row?.cells ?? this.shown.map((_, i) => (i === 0 ? this.shown[0] : ['', '']));
    if (!this.fresh && this.shown[PRICE][0] !== cells[PRICE][0]) this.flash(row.moved);
    cells.forEach((cell, i) => this.write(i, cell));
    this.draw(row?.line ?? null);
    this.fresh = row === undefined;
  }

  write(i, [text, tone]) {
    const [heldText, heldTone] = this.shown[i];
    if (text !== heldText) this.texts[i].data = text;
    if (tone !== heldTone && i > 0) this.boxes[i].className = tone ? 'value ' + tone : 'value';
    this.shown[i] = [text, tone];
  }

  draw(line) {
    if (line?.points === this.line?.points) return;
    this.line = line;
    this.stroke.setAttribute('points', line?.points ?? '');
    this.spark.setAttribute('class', !line ? 'spark' : line.rises ? 'spark up' : 'spark down');
    this.spark.setAttribute('aria-label', line?.words ?? 'last 24 hours: not loaded');
  }

  /** Tints the price for a moment, in two steps: a fade would paint every frame. */
  flash(moved) {
    if (moved === 0 || still.matches) return;
    const tint = moved < 0 ? 'fell' : 'rose';
    if (this.element.className !== tint) this.element.className = tint;
    clearTimeout(this.tint);
    this.tint = setTimeout(() => this.fade(), TINT_MILLIS);
  }

  fade() {
    clearTimeout(this.tint);
    if (this.element.className !== '') this.element.className = '';
  }
}

/** A row as high as those that do not exist. */
export function spacer() {
  const line = element('tr', 'spacer', element('td', ''));
  line.firstChild.colSpan = COLUMNS.length + 1;
  line.setAttribute('aria-hidden', 'true');
  let reached = -1;
  line.reach = (pixels) => {
    if (pixels === reached) return;
    reached = pixels;
    line.firstChild.style.height = pixels + 'px';
  };
  return line;
}
