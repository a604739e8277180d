// Candles, volume and studies as the chart draws them.

import { price } from '../format.js';
import { OVERLAYS, PANES } from './catalogue.js';

const NOTHING = '-';

const falls = (bar) => Number(bar.close) < Number(bar.open);

/** Rising candles are hollow, so that no colour has to be told apart. */
export function candles({ timeline, colours, layout }) {
  const { up, down, panel } = colours;
  const last = timeline.findLast((entry) => !entry.gap);
  const colour = falls(last) ? down : up;
  return {
    id: 'candles',
    type: 'candlestick',
    data: timeline.map((bar) => (bar.gap ? NOTHING : [bar.open, bar.close, bar.low, bar.high].map(Number))),
    itemStyle: { color: panel, color0: down, borderColor: up, borderColor0: down },
    barMaxWidth: 16,
    z: 4,
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: colour, type: 'dotted', opacity: 0.9 },
      label: {
        formatter: price(last.close), color: panel, backgroundColor: colour, borderRadius: 3,
        padding: layout.narrow ? [3, 3] : [3, 6], fontSize: layout.narrow ? 10 : 11,
      },
      data: [{ yAxis: Number(last.close) }],
    },
  };
}

export function volume({ timeline, colours }) {
  const { up, down } = colours;
  return {
    id: 'volume',
    type: 'bar',
    xAxisIndex: 2,
    yAxisIndex: 2,
    barMaxWidth: 16,
    data: timeline.map((bar) => (bar.gap ? NOTHING : {
      value: Number(bar.volume),
      itemStyle: { color: falls(bar) ? down : up, opacity: bar.closed ? 0.55 : 0.3 },
    })),
  };
}

export const overlays = (context, names) => names.flatMap((name) => {
  const { fields, colour, band } = OVERLAYS[name];
  const style = { color: context.colours[colour], dashed: name.startsWith('vwap'), thin: band };
  return fields.map((field) => line(context, name + '-' + field, 0, field, style));
});

export const panes = (context, names) => names.flatMap((name, i) => {
  const { lines, histogram, levels } = PANES[name];
  const drawn = Object.entries(lines).map(([field, colour]) =>
    line(context, 'pane-' + field, 3 + i, field, { color: context.colours[colour] }));
  if (levels) drawn[0].markLine = level(context, levels);
  return histogram ? [bars(context, 3 + i, histogram), ...drawn] : drawn;
});

function line({ timeline }, id, axis, field, { color, dashed, thin }) {
  return {
    id,
    type: 'line',
    xAxisIndex: axis,
    yAxisIndex: axis,
    data: timeline.map((bar) => bar[field] ?? NOTHING),
    showSymbol: false,
    connectNulls: false,
    silent: true,
    lineStyle: { color, width: thin ? 1 : 1.5, type: dashed ? [5, 3] : 'solid' },
    itemStyle: { color },
    z: 3,
  };
}

function bars({ timeline, colours }, axis, field) {
  return {
    id: 'pane-' + field,
    type: 'bar',
    xAxisIndex: axis,
    yAxisIndex: axis,
    barMaxWidth: 10,
    data: timeline.map((bar) => ({
      value: bar[field] ?? NOTHING,
      itemStyle: { color: bar[field] < 0 ? colours.down : colours.up, opacity: 0.55 },
    })),
  };
}

const level = ({ colours }, values) => ({
  silent: true,
  symbol: 'none',
  label: { show: false },
  lineStyle: { color: colours.faint, type: 'dashed', opacity: 0.8 },
  data: values.map((yAxis) => ({ yAxis })),
});
