// The line above the chart: the price, and how far the layers are.

import { by, element, setText } from '../dom.js';
import { change, clock, day, fullDay, grouped, NONE, position, price, span } from '../format.js';

const DAY_MILLIS = 86400e3;
const OLD_MILLIS = 90e3;

export function headline(timeline, state, layers, k) {
  quote(timeline, state);
  if (!layers) return;
  const now = Date.now();
  const age = layers.newest_as_of_time === null ? null : now - layers.newest_as_of_time;
  set('fresh', age === null ? NONE : span(age) + ' ago');
  by('fresh').className = age !== null && age > OLD_MILLIS ? 'old' : '';
  set('run', layers.run_id === null ? 'none yet' : span(now - layers.finished_at) + ' ago');
  set('k', k === null ? NONE : position(k), behind(layers));
  const boundary = layers.boundary?.[state.interval];
  set('boundary', boundary ? (state.interval === '1d' ? fullDay(boundary) : day(boundary) + ' ' + clock(boundary)) : NONE, boundary ? 'UTC' : '');
}

function behind({ batch_behind: records, run_id: run }) {
  if (records === null || run === null) return '';
  return records === 0 ? 'all of the log' : grouped(records) + ' newer in the log';
}

function quote(timeline, { symbol, interval }) {
  const last = timeline.findLast((entry) => !entry.gap);
  setText(by('price'), last ? price(last.close) : NONE);
  const before = last && timeline.findLast((entry) => !entry.gap && entry.open_time <= last.open_time - DAY_MILLIS);
  const moved = before ? Number(last.close) / Number(before.close) - 1 : null;
  setText(by('change'), moved === null ? '' : (moved < 0 ? '▼ ' : '▲ ') + change(moved) + ' in 24 h');
  by('change').className = moved < 0 ? 'down' : 'up';
  document.title = (last ? price(last.close) + ' ' : '') + symbol + ' ' + interval + ' · Crypto Lambda';
}

function set(id, text, aside = '') {
  by(id).replaceChildren(text, ...(aside ? [' ', element('small', '', aside)] : []));
}
