// What is being looked at. The URL is the only place it is kept, so that it can be shared and survives a reload.

export const INTERVALS = { '1m': 60e3, '5m': 300e3, '15m': 900e3, '1h': 3600e3, '4h': 14400e3, '1d': 86400e3 };
export const LAYERS = ['merged', 'batch', 'speed'];

export function read() {
  const given = new URLSearchParams(location.search);
  const interval = given.get('interval');
  const layer = given.get('layer');
  return {
    symbol: given.get('symbol'),
    interval: Object.hasOwn(INTERVALS, interval) ? interval : '15m',
    layer: LAYERS.includes(layer) ? layer : 'merged',
  };
}

export function write(state) {
  const next = new URLSearchParams();
  if (state.symbol) next.set('symbol', state.symbol);
  next.set('interval', state.interval);
  if (state.layer !== 'merged') next.set('layer', state.layer);
  history.replaceState(null, '', '?' + next);
}
