import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtered, sorted } from '../../main/resources/io/cryptolambda/serving/page/js/market/columns.js';
import { Market } from '../../main/resources/io/cryptolambda/serving/page/js/market/market.js';

const row = (symbol, close, more = {}) => ({ symbol, pair: symbol, close, open_time: 1, as_of: 1, interval: '1m', ...more });
const symbols = (rows) => rows.map((each) => each.symbol);

test('rows sort as numbers, absent values come last both ways', () => {
  const rows = [row('A', '9.5', { rsi_14: 40 }), row('B', '10.0'), row('C', '8.0', { rsi_14: 60 })];

  assert.deepEqual(symbols(sorted(rows, 'close')), ['C', 'A', 'B']);
  assert.deepEqual(symbols(sorted(rows, '-close')), ['B', 'A', 'C']);
  assert.deepEqual(symbols(sorted(rows, '-rsi_14')), ['C', 'A', 'B']);
  assert.deepEqual(symbols(sorted(rows, 'rsi_14')), ['A', 'C', 'B']);
  assert.deepEqual(symbols(sorted(rows, 'no such column')), ['A', 'B', 'C']);
});

test('a filter has to match with every word', () => {
  const rows = [row('BTCUSDT', '1'), row('BTCEUR', '1'), row('ETHUSDT', '1')];

  assert.deepEqual(symbols(filtered(rows, 'btc usd')), ['BTCUSDT']);
  assert.equal(filtered(rows, ' ').length, 3);
});

test('an older document changes nothing', () => {
  const market = new Market();
  market.load([row('A', '5.0', { open_time: 3, as_of: 7 })], []);

  market.live(row('A', '4.0', { open_time: 2, as_of: 9 }));
  market.live(row('A', '4.5', { open_time: 3, as_of: 6 }));
  assert.equal(market.rows.get('A').close, '5.0');

  market.live(row('A', '6.0', { open_time: 3, as_of: 8 }));
  assert.equal(market.rows.get('A').close, '6.0');
  assert.equal(market.rows.get('A').moved, 1);
});

test('a bar brings its RSI and goes on with the sparkline', () => {
  const market = new Market();
  market.load([row('A', '5.0')], [{ symbol: 'A', open_time: 10, as_of: 1, rsi_14: 50 }]);
  market.spark('A', [{ open_time: 0, close: '1.0' }, { open_time: 10, close: '2.0' }]);

  market.live({ symbol: 'A', interval: '15m', open_time: 10, as_of: 2, close: '3.0', rsi_14: 55 });

  assert.equal(market.rows.get('A').rsi_14, 55);
  assert.deepEqual(market.rows.get('A').spark.map((point) => point.close), [1, 3]);
});
