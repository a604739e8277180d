// What is wrong with the data, as cards: dead letters and gaps.

import { element } from '../dom.js';
import { clock, day, exactSpan, grouped, moment, span } from '../format.js';
import { fill, table } from './card.js';

const SHOWN = 20;

export function deadLetters(card, { total, since, reasons, last }) {
  const means = 'Records that break the contract are set aside, with the reason and where they lay; everything else goes on. '
    + 'Nothing is lost: the original bytes are in the topic crypto_dead_letters.';
  if (total === 0) {
    fill(card, { state: 'good', badge: 'none', means });
    return;
  }
  const details = element('details', '', element('summary', '', 'The last ' + Math.min(SHOWN, last.length)),
    table('Last dead letters', ['Set aside (UTC)', 'key', 'position', 'bytes', 'reason'], last.slice(0, SHOWN).map((letter) => [
      day(letter.time) + ' ' + clock(letter.time), letter.key || 'none', letter.partition + ':' + letter.offset, grouped(letter.bytes), letter.error,
    ]), [3]));
  fill(card, {
    state: 'attention',
    badge: grouped(total) + (total === 1 ? ' letter' : ' letters'),
    means: means + ' Counted since ' + moment(since) + ' UTC.',
    body: [
      table('Dead letters by reason', ['Reason', 'stage', 'letters', 'last'], reasons.slice(0, SHOWN).map((reason) =>
        [reason.error, reason.stage, grouped(reason.letters), span(Date.now() - reason.last_time) + ' ago']), [2, 3]),
      details,
    ],
  });
}

const CAUSES = { exchange: 'none there', invalid: 'invalid there' };

/** @param holes of the chosen symbol's last day that the ledger does not explain */
export function gaps(card, { gaps: found, truncated }, { pair, holes }) {
  const unexplained = holes === null ? [] : [element('p', holes.length ? 'hole' : '', holes.length
    ? `${pair} lacks ${holes.length === 1 ? 'a stretch' : holes.length + ' stretches'} of the last day that the ledger does not explain: ours, until filled. First: ${moment(holes[0].from)} UTC, ${exactSpan(holes[0].to - holes[0].from)}.`
    : `In the last day of ${pair} the ledger explains every missing minute.`)];
  fill(card, {
    state: holes?.length ? 'attention' : 'good',
    badge: holes?.length ? 'ours to fill' : found.length === 0 ? 'none' : grouped(found.length) + (truncated ? '+' : '') + ' of the exchange',
    means: 'Minutes that the exchange itself does not have: asked for again and not given. They are never interpolated. Gaps of '
      + 'ours are filled as soon as they are noticed and do not come here.',
    body: [
      ...unexplained,
      ...(found.length ? [table('Gaps of the exchange', ['Pair', 'from (UTC)', 'length', 'why', 'asked'], found.slice(0, SHOWN).map((gap) =>
        [gap.pair, moment(gap.from), exactSpan(gap.to - gap.from), CAUSES[gap.cause] ?? gap.cause, gap.asked + '×']), [2, 4])] : []),
    ],
  });
}

/** Stretches missing between features' rows that no entry of the ledger explains. */
export function unexplained(rows, ledger) {
  return rows
    .filter((row, i) => i > 0 && row.gap_minutes > 0)
    .map((row) => ({ from: row.open_time - row.gap_minutes * 60e3, to: row.open_time }))
    .filter((hole) => !ledger.some((gap) => gap.from <= hole.from && gap.to >= hole.to));
}
