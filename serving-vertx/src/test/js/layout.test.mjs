import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layout, leastHeight } from '../../main/resources/io/cryptolambda/serving/page/js/chart/layout.js';

test('however many panes are chosen, the candles stay readable and nothing lies outside', () => {
  for (const width of [360, 1200]) {
    for (let panes = 0; panes <= 6; panes += 1) {
      for (const more of [0, 100, 900]) {
        const height = leastHeight(panes) + more;
        const { grids, bottom } = layout(width, height, panes);

        assert.equal(grids.length, 3 + panes);
        assert.ok(grids[0].height >= 180, `${panes} panes in ${height}: candles ${grids[0].height}`);
        assert.ok(bottom <= height - 60, `${panes} panes in ${height}: end at ${bottom}`);
      }
    }
  }
});
