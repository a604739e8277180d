// The chart's part of the page.

import { get } from '../api.js';
import { by, coalesced, setText } from '../dom.js';
import { INTERVALS } from '../state.js';
import { report, reportAnswer } from '../status.js';
import { available, OVERLAYS, panesOf } from './catalogue.js';
import { Chart } from './chart.js';
import { controls } from './controls.js';
import { headline } from './headline.js';
import { keyboard } from './keys.js';
import { leastHeight } from './layout.js';
import { Loader } from './loader.js';
import { sentence, showOrigin, showValues } from './readout.js';
import { explained } from './series.js';

const DRAW_MILLIS = 250;
const GAPS_MILLIS = 30e3;
const MINUTE = 60e3;

export class ChartView {
  /** @param choose called with what was changed */
  constructor(state, choose) {
    this.state = state;
    this.layers = null;
    this.ledger = [];
    this.key = null;
    this.loader = null;
    this.draw = coalesced(() => this.drawNow(), DRAW_MILLIS);
    this.chart = new Chart(by('chart'), { point: (bar, pointed) => this.show(bar, pointed), older: () => this.loader?.older() });
    this.controls = controls(state, choose);
    keyboard(by('chart'), this.chart, () => this.speak());
    by('chart').addEventListener('pointermove', (event) => this.aside(event));
  }

  /** Shows the state: another choice is loaded anew, other studies are drawn anew. */
  update() {
    const { symbol, interval, layer } = this.state;
    this.controls.update();
    const key = [symbol, interval, layer].join();
    if (symbol && key !== this.key) this.open(key, { symbol, interval, layer });
    else this.draw();
  }

  open(key, choice) {
    this.close();
    this.key = key;
    headline([], this.state, this.layers, null); // not the price of another choice
    this.notice('loading', 'Loading ' + choice.symbol + ' …');
    this.loader = new Loader(choice, INTERVALS[choice.interval], {
      changed: this.draw,
      told: (error) => this.told(error),
      streaming: (open) => report('stream', open),
    });
    this.readGaps();
    this.gapsTimer = setInterval(() => this.readGaps(), GAPS_MILLIS);
  }

  /** Nothing is read while another part of the page is shown. */
  close() {
    clearInterval(this.gapsTimer);
    this.loader?.close();
    this.loader = null;
    this.key = null;
    this.ledger = [];
    this.chart.reset();
    delete by('chart').dataset.bars;
    report('stream', true);
  }

  symbols(rows) {
    this.controls.symbols(rows);
  }

  /** What is known of the layers; null while that cannot be read. */
  know(layers) {
    this.layers = layers;
    if (layers) this.loader?.follow(layers.run_id);
    this.draw();
  }

  async readGaps() {
    const { loader } = this;
    try {
      const { gaps } = await get('gaps', { symbol: loader.choice.symbol, limit: 5000 });
      if (loader !== this.loader) return;
      this.ledger = gaps;
      this.draw();
    } catch (error) {
      if (error.status === undefined) throw error; // else holes stay unexplained
    }
  }

  told(error) {
    reportAnswer(error);
    if (error && !this.loader?.loaded) this.notice('error', error.message + ' The page tries again by itself.');
    if (!error || this.loader?.series.size) this.notice(null);
    if (!error && this.loader?.series.size === 0) {
      this.notice('empty', `The ${this.state.layer} layer has no bar of ${this.state.symbol} yet. This page shows the first ones by itself.`);
    }
  }

  notice(state, text = '') {
    const target = by('notice');
    target.hidden = state === null;
    target.dataset.state = state ?? '';
    setText(target, text);
  }

  context() {
    const { interval } = this.state;
    return {
      interval,
      minutes: INTERVALS[interval] / MINUTE,
      overlays: available(OVERLAYS, interval).filter((name) => this.state.overlays.includes(name)),
      panes: panesOf(this.state.panes, interval),
      explain: (gap) => explained(gap, this.ledger),
      layers: this.layers,
      k: this.loader?.series.k ?? null,
    };
  }

  drawNow() {
    if (!this.loader?.loaded) return;
    const timeline = this.loader.series.timeline();
    headline(timeline, this.state, this.layers, this.loader.series.k);
    if (!timeline.length) return;
    this.notice(null);
    const context = this.context();
    by('chart').parentElement.style.minHeight = leastHeight(context.panes.length) + 'px';
    this.chart.draw({ ...context, timeline, boundaryTime: this.layers?.boundary?.[this.state.interval] ?? null });
    by('chart').dataset.bars = this.loader.series.size;
  }

  show(bar, pointed) {
    this.bar = bar;
    const context = this.context();
    showValues(bar, context);
    showOrigin(pointed ? bar : null, context, this.side ?? 'left');
  }

  speak() {
    if (this.bar) setText(by('spoken'), sentence(this.bar, this.context()));
  }

  /** The origin stands where the pointer is not. */
  aside({ offsetX }) {
    this.side = offsetX < by('chart').clientWidth / 2 ? 'right' : 'left';
    by('origin').dataset.side = this.side;
  }
}
