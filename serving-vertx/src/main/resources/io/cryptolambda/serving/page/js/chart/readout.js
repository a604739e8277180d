// Everything about the bar under the crosshair, or the newest: its values above the chart, its origin in it.

import { by, element } from '../dom.js';
import { change, clock, compact, fixed, fullDay, NONE, number, position, price } from '../format.js';
import { fieldName, OVERLAYS, PANES } from './catalogue.js';
import { gapText } from './marks.js';
import { kind } from './series.js';

const KINDS = { batch: 'batch', speed: 'speed', provisional: 'speed, provisional' };

const pair = (name, value, className = '') => {
  const made = element('span', 'pair ' + className, element('span', '', name), ' ', element('span', 'value', value));
  return made;
};

const when = (bar, interval) => fullDay(bar.open_time) + (interval === '1d' ? '' : ' ' + clock(bar.open_time)) + ' UTC';

/** @param context interval, minutes of a bar, names of overlays and panes, explain: a hole's entry in the ledger */
export function showValues(bar, context) {
  const target = by('readout');
  if (!bar) {
    target.replaceChildren();
    return;
  }
  const time = element('span', 'when', when(bar, context.interval));
  if (bar.gap) {
    target.style.minHeight = target.offsetHeight + 'px'; // what stands below must not jump
    target.replaceChildren(time, element('span', 'hole', gapText(bar.gap, context.explain(bar.gap))));
    return;
  }
  target.style.minHeight = '';
  const direction = Number(bar.close) < Number(bar.open) ? 'down' : 'up';
  target.replaceChildren(
    time,
    ...['open', 'high', 'low', 'close'].map((name) => pair(name[0].toUpperCase(), price(bar[name]), direction)),
    element('span', direction, change(Number(bar.close) / Number(bar.open) - 1)),
    pair('volume', compact(Number(bar.volume))),
    pair('trades', compact(bar.trades)),
    element('span', 'break'),
    ...context.overlays.flatMap((name) => study(bar, OVERLAYS[name])),
    ...context.panes.flatMap((name) => paneValues(bar, PANES[name])),
  );
}

function study(bar, { label, fields, names, colour }) {
  return fields.map((field, i) => pair(label + (names ? ' ' + names[i] : ''), number(bar[field]), colour));
}

function paneValues(bar, { label, lines, histogram, places }) {
  const value = (field) => (places === undefined ? number(bar[field]) : fixed(bar[field] ?? null, places));
  const values = Object.entries(lines).map(([field, colour]) => pair(fieldName(field, label), value(field), colour));
  return histogram ? [...values, pair(fieldName(histogram), value(histogram))] : values;
}

/** Layer, position and run of a bar; `side` is where the pointer is not. */
export function showOrigin(bar, { minutes, layers, k }, side) {
  const target = by('origin');
  target.hidden = !bar || Boolean(bar.gap);
  if (target.hidden) return;
  target.dataset.side = side;
  const short = bar.closed && bar.candles < minutes;
  target.replaceChildren(
    element('span', 'badge ' + kind(bar), KINDS[kind(bar)]),
    pair('as of', position(bar.as_of)),
    pair('run', bar.layer === 'batch' ? layers?.run_id ?? NONE : 'not in a run'),
    pair('K', k === null ? NONE : position(k)),
    element('span', short ? 'hole' : '', state(bar, minutes, short)),
  );
}

function state(bar, minutes, short) {
  const knows = bar.complete ? 'complete' : 'incomplete: the job lacks some of its past';
  if (!bar.closed) return 'in progress, ' + knows;
  return short ? `${bar.candles} of ${minutes} minutes, ${knows}` : 'closed, ' + knows;
}

/** The same in a sentence, for those who hear it. */
export function sentence(bar, { interval, explain }) {
  if (bar.gap) return when(bar, interval) + ', ' + gapText(bar.gap, explain(bar.gap));
  return `${when(bar, interval)}, open ${price(bar.open)}, high ${price(bar.high)}, low ${price(bar.low)}, close ${price(bar.close)}, `
    + `volume ${compact(Number(bar.volume))}, layer ${KINDS[kind(bar)]}`;
}
