// The line above the chart: everything about the bar under the pointer, or the newest.

import { clock, compact, fullDay, number, position, price, span } from './format.js';
import { kind } from './series.js';

const target = document.getElementById('readout');

function element(className, ...children) {
  const span = document.createElement('span');
  span.className = className;
  span.append(...children);
  return span;
}

const pair = (name, value, className = '') => element('pair ' + className, element('', name), element('', value));

export function show(bar, interval, run) {
  if (!bar) {
    target.replaceChildren();
    return;
  }
  const when = fullDay(bar.open_time) + (interval === '1d' ? '' : ' ' + clock(bar.open_time)) + ' UTC';
  if (bar.gap) {
    target.replaceChildren(element('when', when), element('', 'no candle for ' + span(bar.gap)));
    return;
  }
  const direction = Number(bar.close) < Number(bar.open) ? 'down' : 'up';
  target.replaceChildren(
    element('when', when),
    pair('O', price(bar.open), direction),
    pair('H', price(bar.high), direction),
    pair('L', price(bar.low), direction),
    pair('C', price(bar.close), direction),
    pair('volume', compact(Number(bar.volume))),
    pair('trades', compact(bar.trades), 'wide'),
    element('break'),
    ...studies(bar, interval),
    element('badge ' + kind(bar), kind(bar)),
    pair('as of', position(bar.as_of)),
    ...(bar.layer === 'batch' && run ? [pair('run', run)] : []),
    pair('', (bar.complete ? 'complete' : 'incomplete') + (bar.closed ? '' : ', in progress')),
  );
}

function studies(bar, interval) {
  if (interval === '1m') {
    return [
      pair('VWAP 60', number(bar.study?.vwap_60), 'study'),
      pair('volatility 60', number(bar.study?.volatility_60)),
    ];
  }
  return [pair('SMA 20', number(bar.study?.sma_20), 'study'), pair('RSI 14', number(bar.study?.rsi_14))];
}
