// The system's part of the page: how the machine stands, each card with what it means.

import { get } from '../api.js';
import { by } from '../dom.js';
import { reportAnswer, report } from '../status.js';
import { card, fill } from './card.js';
import { check, parity } from './checks.js';
import { layers, runs, stages } from './pipeline.js';
import { deadLetters, gaps, unexplained } from './quality.js';

const AGAIN_MILLIS = 4000;
const DAY_MINUTES = 1440;
const TITLES = {
  stages: 'Stages', layers: 'Layers', parity: 'Parity', check: 'Against the exchange', runs: 'Batch runs', gaps: 'Gaps', letters: 'Dead letters',
};

export class SystemView {
  constructor(state) {
    this.state = state;
    this.cards = Object.fromEntries(Object.entries(TITLES).map(([id, title]) => [id, card(id, title)]));
    by('cards').append(...Object.values(this.cards));
  }

  update() {
    if (!this.shown) {
      this.shown = true;
      this.look();
    }
  }

  close() {
    this.shown = false;
    clearTimeout(this.again);
  }

  async look() {
    clearTimeout(this.again);
    if (!document.hidden) {
      await Promise.all([
        this.read(['stages'], 'stages', (found) => stages(this.cards.stages, found), 'kafka'),
        this.read(['layers', 'parity', 'check'], 'layers', (found) => {
          layers(this.cards.layers, found);
          parity(this.cards.parity, found.parity);
          check(this.cards.check, found.check);
        }, 'store'),
        this.read(['runs'], 'runs', (found) => runs(this.cards.runs, found), 'store'),
        this.read(['letters'], 'dead-letters', (found) => deadLetters(this.cards.letters, found), 'kafka'),
        this.readGaps(),
      ]);
    }
    if (this.shown) this.again = setTimeout(() => this.look(), AGAIN_MILLIS);
  }

  /** Fills cards from a resource; where that is not to be had they say so and keep their figures. */
  async read(ids, resource, show, source) {
    try {
      const found = await get(resource);
      if (source === 'kafka') report('kafka', true);
      show(found);
    } catch (error) {
      if (error.status === undefined) throw error;
      if (error.status === 503 && source === 'kafka') report('kafka', false);
      else reportAnswer(error);
      ids.forEach((id) => this.away(id, error));
    }
  }

  away(id, error) {
    const target = this.cards[id];
    const pill = target.querySelector('.pill');
    pill.dataset.state = 'attention';
    pill.textContent = 'no answer';
    if (!target.querySelector('.means').textContent) fill(target, { state: 'attention', badge: 'no answer', means: error.message });
  }

  async readGaps() {
    const { symbol } = this.state;
    try {
      const [found, holes] = await Promise.all([get('gaps'), symbol ? this.holes(symbol) : null]);
      const pair = found.gaps.find((gap) => gap.symbol === symbol)?.pair ?? symbol;
      gaps(this.cards.gaps, found, { pair, holes });
    } catch (error) {
      if (error.status === undefined) throw error;
      if (error.status === 0) reportAnswer(error);
      this.away('gaps', error);
    }
  }

  /** Holes in the last day of the chosen symbol; null where that cannot be told at the moment. */
  async holes(symbol) {
    try {
      const [{ gaps: ledger }, { rows }] = await Promise.all([
        get('gaps', { symbol, limit: 5000 }),
        get('features', { symbol, limit: DAY_MINUTES, fields: 'open_time,gap_minutes' }),
      ]);
      return unexplained(rows, ledger);
    } catch (error) {
      if (error.status === undefined) throw error;
      return null;
    }
  }
}
