// The controls and the facts above the chart.

import { clock, day, fullDay, grouped, position, price, seconds, span } from './format.js';
import { INTERVALS, LAYERS } from './state.js';

const DAY_MILLIS = 86400e3;
const OLD_MILLIS = 90e3;
const by = (id) => document.getElementById(id);

/** Builds the controls; `choose` is called with what was changed. */
export function controls(state, choose) {
  segments(by('intervals'), Object.keys(INTERVALS), state.interval, (interval) => choose({ interval }));
  segments(by('layers'), LAYERS, state.layer, (layer) => choose({ layer }));
  by('symbol').onchange = (event) => choose({ symbol: event.target.value });
}

function segments(group, values, current, choose) {
  group.replaceChildren(...values.map((value) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = value;
    button.setAttribute('aria-pressed', String(value === current));
    button.onclick = () => {
      for (const other of group.children) other.setAttribute('aria-pressed', String(other === button));
      choose(value);
    };
    return button;
  }));
}

/** Fills the list of symbols, keeping the choice. */
export function symbols(rows, current) {
  const select = by('symbol');
  const known = rows.map((row) => row.symbol).join();
  if (select.dataset.known !== known) {
    select.replaceChildren(...rows.map((row) => new Option(row.pair, row.symbol)));
    select.dataset.known = known;
  }
  select.value = current;
}

export function facts(layers, interval, k, bars) {
  const now = Date.now();
  quote(bars);
  const age = layers.newest_as_of_time === null ? null : now - layers.newest_as_of_time;
  set('fresh', age === null ? '–' : span(age) + ' ago');
  by('fresh').className = age !== null && age > OLD_MILLIS ? 'old' : '';
  set('run', layers.run_id === null ? 'none yet' : span(now - layers.finished_at) + ' ago', layers.run_id);
  set('k', k === null ? '–' : position(k), behind(layers));
  const boundary = layers.boundary?.[interval];
  set('boundary', boundary ? (interval === '1d' ? fullDay(boundary) : day(boundary) + ' ' + clock(boundary)) : '–', boundary ? 'UTC' : '');
}

function behind({ batch_behind: records, run_id: run }) {
  if (records === null || run === null) return '';
  return records === 0 ? 'all of the log' : grouped(records) + ' newer in the log';
}

function quote(bars) {
  const last = bars.findLast((bar) => !bar.gap);
  by('price').textContent = last ? price(last.close) : '–';
  const before = last && bars.findLast((bar) => !bar.gap && bar.open_time <= last.open_time - DAY_MILLIS);
  const change = before ? (Number(last.close) / Number(before.close) - 1) * 100 : null;
  by('change').textContent = change === null ? '' : (change < 0 ? '−' : '+') + Math.abs(change).toFixed(2) + ' % in 24 h';
  by('change').className = change < 0 ? 'down' : 'up';
}

function set(id, text, aside = '') {
  const small = document.createElement('small');
  small.textContent = aside ? ' ' + aside : '';
  by(id).replaceChildren(text, small);
}

/** Tells whether the page is up to date; `since` is when it last was. */
export function live(error, since) {
  const target = by('live');
  target.dataset.state = error ? 'stale' : 'live';
  target.lastElementChild.textContent = !error ? 'live' : since ? 'stale since ' + seconds(since) + ' UTC' : 'no answer';
  target.title = error ?? '';
  document.body.classList.toggle('stale', Boolean(error));
}

/** Words in place of the chart; null shows the chart. */
export function notice(text) {
  by('notice').textContent = text ?? '';
  by('notice').hidden = text === null;
}
