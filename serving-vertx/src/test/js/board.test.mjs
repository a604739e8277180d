import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board } from '../../main/resources/io/cryptolambda/serving/page/js/market/board.js';
import { Market } from '../../main/resources/io/cryptolambda/serving/page/js/market/market.js';

const minute = (symbol, close, as_of, more = {}) => ({ symbol, pair: symbol, close, open_time: 1, as_of, interval: '1m', ...more });
const texts = (row) => row.cells.map(([text]) => text);

function board(closes) {
  const market = new Market();
  market.load(Object.entries(closes).map(([symbol, close]) => minute(symbol, close, 1)), []);
  const made = new Board(market);
  made.loaded = true;
  made.look({ first: 0, last: 2 });
  return { made, market };
}

test('only rows in sight are told, and all of the order', () => {
  const { made } = board({ A: '1.0', B: '2.0', C: '3.0' });

  const told = made.changes(0);

  assert.deepEqual(told.order.symbols, ['A', 'B', 'C']);
  assert.deepEqual(told.rows.map((row) => row.symbol), ['A', 'B']);
  assert.equal(told.total, 3);
});

test('what is as it was told is not told again', () => {
  const { made, market } = board({ A: '1.0', B: '2.0' });
  made.changes(0);

  assert.equal(made.changes(250), null);
  market.live(minute('A', '1.0', 2)); // newer, and the same words
  assert.equal(made.changes(500), null);
  market.live(minute('B', '2.5', 2));
  const told = made.changes(750);
  assert.deepEqual(told.rows.map((row) => row.symbol), ['B']);
  assert.equal(texts(told.rows[0])[1], '2.50');
  assert.equal(told.rows[0].moved, 1);
  assert.equal(told.order, null);
});

test('rows change places every other second at most, and at once when another order is chosen', () => {
  const { made, market } = board({ A: '1.0', B: '2.0' });
  made.choose({ sort: '-close', filter: '' });
  assert.deepEqual(made.changes(0).order.symbols, ['B', 'A']);

  market.live(minute('A', '9.0', 2));
  assert.equal(made.changes(1000).order, null);
  assert.deepEqual(made.changes(2500).order.symbols, ['A', 'B']);
  made.choose({ sort: 'symbol', filter: 'b' });
  assert.deepEqual(made.changes(2600).order.symbols, ['B']);
});

test('a pair that is new has its place at once', () => {
  const { made, market } = board({ A: '1.0' });
  made.changes(0);
  market.load([minute('B', '2.0', 1)], []);

  assert.deepEqual(made.changes(100).order.symbols, ['A', 'B']);
});

test('rows that come into sight are told', () => {
  const { made } = board({ A: '1.0', B: '2.0', C: '3.0' });
  made.changes(0);
  made.look({ first: 1, last: 3 });

  assert.deepEqual(made.changes(250).rows.map((row) => row.symbol), ['C']);
});

test('a sparkline is told when it is loaded, and then as often as rows may change places', () => {
  const { made, market } = board({ A: '1.0' });
  market.load([], [{ symbol: 'A', open_time: 10, as_of: 1, rsi_14: 50 }]);
  made.changes(0);
  market.spark('A', [{ open_time: 0, close: '1.0' }, { open_time: 10, close: '2.0' }]);
  const first = made.changes(250).rows[0].line;
  assert.equal(first.words, 'last 24 hours: 100.00 percent');

  market.live({ symbol: 'A', interval: '15m', open_time: 10, as_of: 2, close: '0.5', rsi_14: 50 });
  assert.equal(made.changes(500), null);
  assert.equal(made.changes(2500).rows[0].line.rises, false);
});
