import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Series, explained, kind } from '../../main/resources/io/cryptolambda/serving/page/js/chart/series.js';

const MINUTE = 60e3;
const candle = (minute, more = {}) => ({ open_time: minute * MINUTE, close: '1.00', layer: 'speed', as_of: minute, complete: true, ...more });
const live = (minute, more = {}) => ({ ...candle(minute, more), interval: '5m' });

function series(minutes, { layer = 'merged', k = null } = {}) {
  const made = new Series(MINUTE, layer);
  made.load(minutes.map((minute) => candle(minute)), [], k, true);
  return made;
}

test('a hole has a slot for each bar that is missing', () => {
  const timeline = series([0, 1, 4]).timeline();

  assert.deepEqual(timeline.map((entry) => Boolean(entry.gap)), [false, false, true, true, false]);
  assert.deepEqual(timeline.map((entry) => entry.open_time / MINUTE), [0, 1, 2, 3, 4]);
  assert.equal(timeline[2].gap, timeline[3].gap);
});

test('a very long hole is folded, and says so', () => {
  const holes = series([0, 10000]).timeline().filter((entry) => entry.gap);

  assert.equal(holes.length, 24);
  assert.ok(holes.every((entry) => entry.gap.folded));
});

test('a live document replaces what knows less, also far back', () => {
  const made = series([0, 1, 2]);

  assert.equal(made.live(live(0, { close: '2.00', as_of: 9 })), true);
  assert.equal(made.live(live(1, { close: '3.00', as_of: 0 })), false);
  assert.deepEqual(made.timeline().map((bar) => bar.close), ['2.00', '1.00', '1.00']);
});

test('a batch bar gives way only to a complete document that batch does not know', () => {
  const made = new Series(MINUTE, 'merged');
  made.load([candle(0, { layer: 'batch', as_of: 5 })], [], 10, true);

  assert.equal(made.live(live(0, { as_of: 9 })), false);
  assert.equal(made.live(live(0, { as_of: 11, complete: false })), false);
  assert.equal(made.live(live(0, { as_of: 10 })), true);
  assert.equal(kind(made.timeline()[0]), 'speed');
});

test('a document is provisional where it is incomplete or older than what batch has read', () => {
  const made = series([0], { k: 10 });

  made.live(live(1, { as_of: 12, complete: false }));
  made.live(live(2, { as_of: 9 }));

  assert.deepEqual(made.timeline().slice(1).map(kind), ['provisional', 'provisional']);
});

test('the batch view hears of nothing live', () => {
  assert.equal(series([0], { layer: 'batch' }).live(live(1)), false);
});

test('what came while bars were loaded is put over them', () => {
  const made = series([0, 1]);
  made.expect();
  made.live(live(1, { close: '5.00', as_of: 7 }));

  made.load([candle(0), candle(1)], [], null, true);

  assert.equal(made.timeline()[1].close, '5.00');
});

test('a document older than all that is loaded leaves no bar alone at the left', () => {
  assert.equal(series([5, 6]).live(live(2, { as_of: 99 })), false);
});

test('a hole is explained by an entry of the ledger that overlaps it', () => {
  const ledger = [{ from: 10, to: 20, cause: 'exchange' }];

  assert.equal(explained({ from: 15, to: 30 }, ledger).cause, 'exchange');
  assert.equal(explained({ from: 20, to: 30 }, ledger), null);
});
