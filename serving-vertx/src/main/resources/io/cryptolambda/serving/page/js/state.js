// What is being looked at. The URL is the only place it is kept, so that it can be shared and survives a reload.

import { OVERLAYS, PANES } from './chart/catalogue.js';

export const INTERVALS = { '1m': 60e3, '5m': 300e3, '15m': 900e3, '1h': 3600e3, '4h': 14400e3, '1d': 86400e3 };
export const LAYERS = ['merged', 'batch', 'speed'];
export const VIEWS = ['chart', 'market', 'system'];

const DEFAULTS = { overlays: 'sma_20,bollinger', panes: 'macd,rsi_14', sort: 'symbol', filter: '' };

const oneOf = (values, given, absent) => (values.includes(given) ? given : absent);
const listOf = (catalogue, text) => text.split(',').filter((name) => Object.hasOwn(catalogue, name));

/** Reads a query such as `?view=market&sort=-close`; what it does not say, or says wrongly, is as at first. */
export function read(search) {
  const given = new URLSearchParams(search);
  const text = (name) => given.get(name) ?? DEFAULTS[name];
  return {
    view: oneOf(VIEWS, given.get('view'), 'chart'),
    symbol: given.get('symbol'),
    interval: oneOf(Object.keys(INTERVALS), given.get('interval'), '15m'),
    layer: oneOf(LAYERS, given.get('layer'), 'merged'),
    overlays: listOf(OVERLAYS, text('overlays')),
    panes: listOf(PANES, text('panes')),
    sort: text('sort'),
    filter: text('filter'),
  };
}

/** The query of a state; what is as at first is left out. */
export function query(state) {
  const next = new URLSearchParams();
  if (state.view !== 'chart') next.set('view', state.view);
  if (state.symbol) next.set('symbol', state.symbol);
  next.set('interval', state.interval);
  if (state.layer !== 'merged') next.set('layer', state.layer);
  for (const [name, absent] of Object.entries(DEFAULTS)) {
    const value = String(state[name]);
    if (value !== absent) next.set(name, value);
  }
  return '?' + next;
}
