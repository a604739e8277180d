// Axes, zoom and crosshair of all panes.

import { clock, compact, day, number } from '../format.js';
import { PANES } from './catalogue.js';

/** An open time under an axis, in two lines. */
export function timeLabel(time, interval) {
  const at = Number(time);
  return interval === '1d' ? day(at) + '\n' + new Date(at).getUTCFullYear() : clock(at) + '\n' + day(at);
}

export function timeAxes({ timeline, interval, layout, colours }) {
  const times = timeline.map((entry) => entry.open_time);
  return layout.grids.map((_, gridIndex) => {
    const labelled = gridIndex === layout.grids.length - 1;
    return {
      id: 'time-' + gridIndex,
      type: 'category',
      gridIndex,
      data: times,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: {
        show: labelled, color: colours.soft, fontSize: 11, lineHeight: 14, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right',
        formatter: (time) => timeLabel(time, interval),
      },
      axisPointer: { label: { show: labelled, formatter: ({ value }) => timeLabel(value, interval).replace('\n', ' · ') } },
    };
  });
}

export function valueAxes({ layout, colours, panes }) {
  const axis = (gridIndex, more) => ({
    id: 'value-' + gridIndex,
    gridIndex,
    position: 'right',
    scale: true,
    splitLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.soft, fontSize: layout.narrow ? 10 : 11, showMinLabel: gridIndex === 0, showMaxLabel: gridIndex === 0, ...more.axisLabel },
    axisLine: { show: false },
    axisTick: { show: false },
    axisPointer: { label: { formatter: ({ value }) => number(value) } },
    ...more.axis,
  });
  const bare = { splitLine: { show: false }, axisLabel: { show: false }, axisPointer: { show: false }, min: 0, max: 1, scale: false };
  return [
    axis(0, { axis: { splitNumber: layout.narrow ? 4 : 6 }, axisLabel: { formatter: (value) => value.toLocaleString('en') } }),
    { ...axis(1, {}), ...bare },
    axis(2, { axis: { scale: false, splitNumber: 2 }, axisLabel: { formatter: (value) => compact(value) } }),
    ...panes.map((name, i) => axis(3 + i, paneAxis(PANES[name]))),
  ];
}

function paneAxis({ range, percent, least }) {
  if (range) return { axis: { min: range[0], max: range[1], interval: range[1] / 2 }, axisLabel: { showMinLabel: false, showMaxLabel: false } };
  const formatter = percent ? (value) => (value * 100).toFixed(2) + '%' : (value) => compact(value);
  return { axis: { splitNumber: 2, ...(least === undefined ? {} : { min: least }) }, axisLabel: { formatter } };
}

/** What each pane is, above it. */
export const paneTitles = ({ layout, colours, panes }) => panes.map((name, i) => ({
  id: 'title-' + i,
  text: PANES[name].label,
  left: layout.left,
  top: layout.grids[3 + i].top - 14,
  padding: 0,
  textStyle: { color: colours.soft, fontSize: 11, fontWeight: 600, fontFamily: colours.font },
}));

/** Wheel, drag and pinch, and the slider below. */
export function zoom({ layout, colours }, [startValue, endValue]) {
  const xAxisIndex = layout.grids.map((_, i) => i);
  return [
    { id: 'inside', type: 'inside', xAxisIndex, startValue, endValue, minValueSpan: 10 },
    {
      id: 'slider', type: 'slider', xAxisIndex, startValue, endValue, height: layout.slider, bottom: 6, left: layout.left, right: layout.right,
      borderColor: 'transparent', backgroundColor: colours.raised, fillerColor: colours.line, showDetail: false, brushSelect: false,
      showDataShadow: false, // it would draw holes as falls to nothing
      handleStyle: { color: colours.faint, borderColor: colours.faint }, moveHandleSize: 0, handleSize: '60%',
    },
  ];
}

export const crosshair = ({ faint, ink, panel }) => ({
  show: true,
  type: 'line',
  triggerEmphasis: false,
  link: [{ xAxisIndex: 'all' }],
  lineStyle: { color: faint, type: 'dashed', width: 1 },
  label: { backgroundColor: ink, color: panel, shadowBlur: 0, fontSize: 11, padding: [4, 6], borderRadius: 3 },
});
