// What is known of the bars themselves: each one's layer, where bars are missing and why, and the time boundary.

import { clock, exactSpan } from '../format.js';
import { kind } from './series.js';

const LABEL_PIXELS = 16;
const CAUSES = { exchange: 'outage at the exchange', invalid: 'invalid at the exchange' };

/** A hole in words; by the minute where the ledger has an entry of it. */
export function gapText(gap, entry) {
  const { from, to } = entry ?? gap;
  return `${CAUSES[entry?.cause] ?? 'missing, not explained yet'}, ${exactSpan(to - from)} from ${clock(from)}`;
}

/** One cell a bar in its layer's colour; over all panes, the holes and the time boundary. */
export function marks(context) {
  return {
    id: 'marks',
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    clip: false,
    silent: true,
    z: 1,
    data: context.timeline.map((_, i) => [i, 0.5]),
    renderItem: (params, api) => cell(context, params, api),
  };
}

function cell(context, params, api) {
  const index = api.value(0);
  const bar = context.timeline[index];
  const [width, height] = api.size([1, 1]);
  const [x, y] = api.coord([index, 0.5]);
  const left = Math.round(x - width / 2);
  const right = Math.round(x + width / 2);
  const children = bar.gap
    ? hole(context, bar, left, right, width, params.dataIndexInside === 0)
    : layerOf(context, bar, left, right, y - height / 2, height);
  return { type: 'group', children: [...children, ...boundary(context, index, left, right)] };
}

function layerOf({ colours, minutes }, bar, left, right, top, height) {
  const short = bar.closed && bar.candles < minutes;
  const cells = [{
    type: 'rect',
    shape: { x: left, y: top, width: right - left, height },
    style: { fill: colours[kind(bar) + '-fill'], opacity: bar.closed ? 1 : 0.5 },
  }];
  // A bar that lacks some of its minutes says so by its lower half.
  if (short) cells.push({ type: 'rect', shape: { x: left, y: top + height / 2, width: right - left, height: height / 2 }, style: { fill: colours.warn } });
  return cells;
}

function hole({ colours, layout, explain }, { gap, left: slots }, left, right, width, isFirst) {
  const { top, bottom } = layout;
  const starts = slots === gap.count;
  const children = [{ type: 'rect', shape: { x: left, y: top, width: right - left, height: bottom - top }, style: { fill: colours.warn, opacity: 0.1 } }];
  const edge = (x) => ({ type: 'line', shape: { x1: x, y1: top, x2: x, y2: bottom }, style: { stroke: colours.warn, lineWidth: 1, opacity: 0.6 } });
  if (starts) children.push(edge(left));
  if (slots === 1) children.push(edge(right));
  // Where no more than a hole's last bit is in sight, its words would stand on the candles beside it.
  if (starts || (isFirst && slots * width >= LABEL_PIXELS)) children.push(...label(colours, gapText(gap, explain(gap)), left, slots * width, top));
  return children;
}

/** Along the hole where it is wide enough, else down it. */
function label(colours, text, left, width, top) {
  const style = { text, fill: colours.warn, font: '600 11px ' + colours.font, verticalAlign: 'middle' };
  return width > 7 * text.length
    ? [{ type: 'text', x: left + width / 2, y: top + 14, style: { ...style, align: 'center' } }]
    : [{ type: 'text', x: left + Math.max(width / 2, 8), y: top + 8, rotation: -Math.PI / 2, style: { ...style, align: 'left' } }];
}

function boundary({ timeline, boundaryTime, colours, layout }, index, left, right) {
  if (boundaryTime === null) return [];
  const here = timeline[index].open_time;
  const first = index > 0 && here >= boundaryTime && timeline[index - 1].open_time < boundaryTime;
  const beyond = index === timeline.length - 1 && here < boundaryTime;
  if (!first && !beyond) return [];
  const x = beyond ? right : left;
  const toTheLeft = x > layout.width - layout.right - 100;
  return [
    { type: 'line', shape: { x1: x, y1: layout.top, x2: x, y2: layout.bottom }, style: { stroke: colours.ink, lineDash: [5, 4], lineWidth: 1.2, opacity: 0.8 } },
    {
      type: 'text', x: x + (toTheLeft ? -6 : 6), y: layout.grids[0].top + layout.grids[0].height - 16,
      style: { text: 'time boundary', fill: colours.soft, font: '11px ' + colours.font, align: toTheLeft ? 'right' : 'left' },
    },
  ];
}
