import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from '../../main/resources/io/cryptolambda/serving/page/js/format.js';
import { query, read } from '../../main/resources/io/cryptolambda/serving/page/js/state.js';
import { unexplained } from '../../main/resources/io/cryptolambda/serving/page/js/system/quality.js';

test('a price keeps every digit of the exchange', () => {
  assert.equal(format.price('43967.44000000'), '43,967.44');
  assert.equal(format.price('0.00001234'), '0.00001234');
  assert.equal(format.price('1000000.00000000'), '1,000,000.00');
});

test('a change has a sign unless it rounds to nothing', () => {
  assert.equal(format.change(0.0123), '+1.23%');
  assert.equal(format.change(-0.5), '−50.00%');
  assert.equal(format.change(-0.00001), '0.00%');
  assert.equal(format.change(null), '–');
});

test('a duration is told in its two largest units', () => {
  assert.equal(format.exactSpan(80 * 60e3), '1 h 20 min');
  assert.equal(format.exactSpan(86400e3), '1 d');
  assert.equal(format.exactSpan(400), '400 ms');
});

test('a position tells its generation from the second on', () => {
  assert.equal(format.position(2 ** 44 + 1234), '1,234');
  assert.equal(format.position(2 * 2 ** 44 + 5), '5 (generation 2)');
});

test('the URL says what is looked at, and is read back the same', () => {
  const state = { ...read(''), view: 'market', symbol: 'ETHUSDT', interval: '1h', overlays: [], sort: '-close', filter: 'eth' };

  assert.deepEqual(read(query(state)), state);
});

test('what a URL says wrongly is as at first', () => {
  assert.deepEqual(read('?view=nothing&interval=7m&layer=x&overlays=constructor,sma_50'), { ...read(''), overlays: ['sma_50'] });
});

test('a hole that the ledger does not have is unexplained', () => {
  const rows = [{ open_time: 0, gap_minutes: 7 }, { open_time: 300e3, gap_minutes: 4 }, { open_time: 600e3, gap_minutes: 4 }];

  assert.deepEqual(unexplained(rows, [{ from: 60e3, to: 300e3 }]), [{ from: 360e3, to: 600e3 }]);
});
