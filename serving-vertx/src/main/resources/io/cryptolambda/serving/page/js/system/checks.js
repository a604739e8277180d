// Whether what is served is right, as cards: parity with the naive oracle, and the exchange's own bars.

import { grouped, moment } from '../format.js';
import { fill, list, table } from './card.js';

export function parity(card, found) {
  const means = 'Parity recomputes every document from the raw log by the plain definitions and compares it, bit for bit, with '
    + 'what this server answers.';
  if (!found) {
    fill(card, { state: 'unknown', badge: 'not run yet', means: means + ' Run ./lambda verify to see it here.' });
    return;
  }
  fill(card, {
    state: found.parity ? 'good' : 'attention',
    badge: found.parity ? 'equal, bit for bit' : 'differs',
    means,
    body: [
      list([
        ['checked (UTC)', moment(found.checked_at)], ['compared', grouped(found.compared)], ['equal', grouped(found.equal)],
        ['different', grouped(found.different)], ['missing', grouped(found.missing)], ['newer, not compared', grouped(found.newer)],
      ]),
      ...(found.differences.length ? [table('First differences', ['Symbol', 'interval', 'open time (UTC)', 'field', 'expected', 'served'],
        found.differences.slice(0, 10).map((each) => [each.symbol, each.interval, moment(each.open_time), each.field, String(each.expected), String(each.served)]))] : []),
    ],
  });
}

export function check(card, found) {
  const means = 'The check compares our bars with those that the exchange publishes itself, digit for digit, in all nine fields.';
  if (!found) {
    fill(card, { state: 'unknown', badge: 'not run yet', means: means + ' Run ./lambda batch check DIR to see it here.' });
    return;
  }
  const { intervals, differences } = found;
  const kinds = Object.keys(Object.values(intervals)[0] ?? {});
  fill(card, {
    state: found.holds ? 'good' : 'attention',
    badge: found.holds ? 'equal' : 'differs',
    means,
    body: [
      list([['checked (UTC)', moment(found.checked_at)], ['files', grouped(found.files)], ['equal bars', grouped(found.equal)]]),
      table('Bars by interval', ['Interval', ...kinds], Object.entries(intervals).map(([interval, counts]) =>
        [interval, ...kinds.map((kind) => grouped(counts[kind]))]), kinds.map((_, i) => i + 1)),
      ...(differences.length ? [table('First differences', ['Symbol', 'interval', 'open time (UTC)', 'kind'],
        differences.slice(0, 10).map((each) => [each.symbol, each.interval, moment(each.open_time), each.kind]))] : []),
    ],
  });
}
