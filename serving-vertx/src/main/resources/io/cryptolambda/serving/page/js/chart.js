// The chart: candles with an overlay, the layers' strip, volume, and a pane for a second study.

import * as echarts from './echarts.js';
import { clock, day, number, price, span } from './format.js';
import { kind } from './series.js';
import { onThemeChange, palette } from './theme.js';

const STRIP = 9;
const SLIDER = 22;
const PIXELS_A_BAR = 9;

export class Chart {
  /** `hover` is given the bar to read out; `older` is called when the oldest bar is in sight. */
  constructor(element, { hover, older }) {
    this.element = element;
    this.hover = hover;
    this.older = older;
    this.instance = echarts.init(element);
    this.colours = palette();
    this.reset();
    this.instance.on('updateAxisPointer', (event) => this.point(event.axesInfo?.[0]?.value));
    this.instance.on('globalout', () => this.point(undefined));
    this.instance.on('datazoom', () => this.zoomed());
    new ResizeObserver(() => {
      this.instance.resize();
      this.render();
    }).observe(element);
    onThemeChange(() => {
      this.colours = palette();
      this.render();
    });
  }

  reset() {
    this.timeline = [];
    this.window = null;
    this.pointed = undefined;
    this.instance.clear();
    this.hover(null);
  }

  draw(timeline, interval, boundary) {
    Object.assign(this, { timeline, interval, boundary });
    this.render();
    this.point(this.pointed);
  }

  point(index) {
    this.pointed = index;
    this.hover(this.timeline[index] ?? this.timeline.at(-1) ?? null);
  }

  /** Remembers what is in sight by time, so that bars may come in at either end. */
  zoomed() {
    const { startValue, endValue } = this.instance.getOption().dataZoom[0];
    const last = this.timeline.length - 1;
    this.window = {
      from: this.timeline[startValue]?.open_time,
      to: this.timeline[endValue]?.open_time,
      follows: endValue >= last,
      count: endValue - startValue,
    };
    if (startValue <= 0) this.older();
  }

  sight() {
    const last = this.timeline.length - 1;
    if (!this.window) {
      return [Math.max(0, last - Math.floor(this.element.clientWidth / PIXELS_A_BAR)), last];
    }
    const at = (time) => this.timeline.findIndex((entry) => entry.open_time >= time);
    return this.window.follows
      ? [Math.max(0, last - this.window.count), last]
      : [Math.max(0, at(this.window.from)), Math.max(0, at(this.window.to))];
  }

  render() {
    if (!this.timeline.length) return;
    const [startValue, endValue] = this.sight();
    this.layout = layout(this.element.clientWidth, this.element.clientHeight);
    this.instance.setOption({
      animation: false,
      textStyle: { fontFamily: this.colours.font },
      axisPointer: pointer(this.colours),
      grid: this.layout.grids,
      xAxis: this.layout.grids.map((_, i, all) => this.timeAxis(i, i === all.length - 1)),
      yAxis: this.valueAxes(),
      dataZoom: this.zoom(startValue, endValue),
      series: [this.candles(), this.overlay(), this.strip(), this.volume(), this.study()],
    }, { notMerge: false, replaceMerge: ['grid'] });
  }

  timeAxis(gridIndex, labelled) {
    const { line, faint } = this.colours;
    return {
      type: 'category',
      gridIndex,
      data: this.timeline.map((entry) => entry.open_time),
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { show: labelled, color: faint, fontSize: 11, lineHeight: 14, hideOverlap: true, formatter: (time) => this.timeLabel(Number(time)) },
      axisPointer: { label: { show: labelled, formatter: ({ value }) => this.timeLabel(Number(value)).replace('\n', ' · ') } },
    };
  }

  timeLabel(time) {
    return this.interval === '1d' ? day(time) + '\n' + new Date(time).getUTCFullYear() : clock(time) + '\n' + day(time);
  }

  valueAxes() {
    const { line, faint } = this.colours;
    const axis = (gridIndex, more) => ({
      gridIndex,
      position: 'right',
      scale: true,
      splitLine: { lineStyle: { color: line, opacity: 0.6 } },
      axisLabel: { color: faint, fontSize: this.layout.narrow ? 10 : 11 },
      axisLine: { show: false },
      axisTick: { show: false },
      ...more,
    });
    const bare = { splitLine: { show: false }, axisLabel: { show: false }, axisPointer: { show: false } };
    const study = this.interval === '1m'
      ? { splitNumber: 2, axisLabel: { ...axis(0).axisLabel, formatter: (value) => (value * 100).toFixed(2) + '%' } }
      : { min: 0, max: 100, interval: 50 };
    return [
      axis(0, { splitNumber: 6, axisPointer: { label: { formatter: ({ value }) => number(value) } } }),
      axis(1, { ...bare, min: 0, max: 1, scale: false }),
      axis(2, { ...bare, scale: false }),
      axis(3, study),
    ];
  }

  zoom(startValue, endValue) {
    const { line, raised, faint, batch } = this.colours;
    const xAxisIndex = [0, 1, 2, 3];
    return [
      { type: 'inside', xAxisIndex, startValue, endValue, minValueSpan: 10 },
      {
        type: 'slider', xAxisIndex, startValue, endValue, height: SLIDER, bottom: 8, left: 14, right: this.layout.right,
        borderColor: 'transparent', backgroundColor: raised, fillerColor: line, showDetail: false, brushSelect: false,
        dataBackground: { lineStyle: { color: faint, opacity: 0.6 }, areaStyle: { opacity: 0 } },
        selectedDataBackground: { lineStyle: { color: batch }, areaStyle: { opacity: 0 } },
        handleStyle: { color: faint, borderColor: faint }, moveHandleSize: 0, handleSize: '60%',
      },
    ];
  }

  candles() {
    const { up, down } = this.colours;
    const last = this.timeline.at(-1);
    const colour = Number(last.close) < Number(last.open) ? down : up;
    return {
      name: 'candles',
      type: 'candlestick',
      data: this.timeline.map((bar) => (bar.gap ? '-' : [bar.open, bar.close, bar.low, bar.high].map(Number))),
      itemStyle: { color: up, color0: down, borderColor: up, borderColor0: down },
      barMaxWidth: 18,
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colour, type: 'dotted', opacity: 0.8 },
        label: { formatter: price(last.close), color: '#fff', backgroundColor: colour, padding: this.layout.narrow ? [3, 3] : [3, 6], borderRadius: 4, fontSize: this.layout.narrow ? 10 : 11 },
        data: [{ yAxis: Number(last.close) }],
      },
    };
  }

  overlay() {
    const field = this.interval === '1m' ? 'vwap_60' : 'sma_20';
    return this.line('overlay', 0, field, this.colours.study);
  }

  study() {
    const field = this.interval === '1m' ? 'volatility_60' : 'rsi_14';
    const series = this.line('study', 3, field, this.colours.soft);
    const level = (yAxis) => ({ yAxis });
    return {
      ...series,
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: this.colours.faint, type: 'dashed', opacity: 0.7 },
        data: this.interval === '1m' ? [] : [level(30), level(70)],
      },
    };
  }

  line(name, axis, field, color) {
    return {
      name,
      type: 'line',
      xAxisIndex: axis,
      yAxisIndex: axis,
      data: this.timeline.map((bar) => bar.study?.[field] ?? '-'),
      showSymbol: false,
      connectNulls: false,
      lineStyle: { color, width: 1.6 },
      itemStyle: { color },
      z: 3,
    };
  }

  volume() {
    const { up, down } = this.colours;
    return {
      name: 'volume',
      type: 'bar',
      xAxisIndex: 2,
      yAxisIndex: 2,
      barMaxWidth: 18,
      data: this.timeline.map((bar) => (bar.gap ? '-' : {
        value: Number(bar.volume),
        itemStyle: { color: Number(bar.close) < Number(bar.open) ? down : up, opacity: bar.closed ? 0.5 : 0.25 },
      })),
    };
  }

  /** One cell a bar in its layer's colour; over all panes, the gaps and the time boundary. */
  strip() {
    return {
      name: 'layers',
      type: 'custom',
      xAxisIndex: 1,
      yAxisIndex: 1,
      clip: false,
      silent: true,
      z: 1,
      data: this.timeline.map((bar, i) => [i, 0.5]),
      renderItem: (_, api) => this.cell(api),
    };
  }

  cell(api) {
    const index = api.value(0);
    const bar = this.timeline[index];
    const [width, height] = api.size([1, 1]);
    const [x, y] = api.coord([index, 0.5]);
    const left = Math.round(x - width / 2);
    const right = Math.ceil(x + width / 2); // cells may overlap by a pixel, but never part
    const children = bar.gap
      ? this.gap(left, right - left, bar)
      : [{
        type: 'rect',
        shape: { x: left, y: y - height / 2, width: right - left, height },
        style: { fill: this.colours[kind(bar)], opacity: bar.closed ? 1 : 0.45 },
      }];
    return { type: 'group', children: [...children, ...this.boundaryAt(index, left, right)] };
  }

  gap(x, width, bar) {
    const { top, bottom } = this.layout;
    const { faint } = this.colours;
    return [
      { type: 'rect', shape: { x, y: top, width, height: bottom - top }, style: { fill: faint, opacity: 0.16 } },
      {
        type: 'text', x: x + width / 2, y: top + 8, rotation: -Math.PI / 2,
        style: { text: 'no candle for ' + span(bar.gap), fill: faint, font: '10px ' + this.colours.font, align: 'left', verticalAlign: 'middle' },
      },
    ];
  }

  boundaryAt(index, left, right) {
    if (this.boundary === null) return [];
    const here = this.timeline[index].open_time;
    const first = here >= this.boundary && (index === 0 || this.timeline[index - 1].open_time < this.boundary);
    const beyond = index === this.timeline.length - 1 && here < this.boundary;
    if (index === 0 && first || !first && !beyond) return [];
    const { top, bottom } = this.layout;
    const x = beyond ? right : left;
    const toTheLeft = x > this.layout.width - this.layout.right - 90;
    return [
      { type: 'line', shape: { x1: x, y1: top, x2: x, y2: bottom }, style: { stroke: this.colours.ink, lineDash: [5, 4], lineWidth: 1.2, opacity: 0.75 } },
      {
        type: 'text', x: x + (toTheLeft ? -6 : 6), y: top + 4,
        style: { text: 'time boundary', fill: this.colours.soft, font: '11px ' + this.colours.font, align: toTheLeft ? 'right' : 'left', verticalAlign: 'top' },
      },
    ];
  }
}

/** Where the panes are, in pixels. */
function layout(width, height) {
  const narrow = width < 600;
  const right = narrow ? 66 : 76;
  const left = narrow ? 6 : 14;
  const free = height - STRIP - SLIDER - 70;
  const top = 8;
  const price = Math.round(free * 0.66);
  const volume = Math.round(free * 0.14);
  const study = Math.round(free * 0.16);
  const stripTop = top + price + 4;
  const volumeTop = stripTop + STRIP + 8;
  const studyTop = volumeTop + volume + 12;
  const grid = (at, tall) => ({ left, right, top: at, height: tall });
  return {
    narrow, right, width, top, bottom: studyTop + study,
    grids: [grid(top, price), grid(stripTop, STRIP), grid(volumeTop, volume), grid(studyTop, study)],
  };
}

function pointer({ faint, raised, ink }) {
  return {
    show: true,
    type: 'line',
    triggerEmphasis: false,
    link: [{ xAxisIndex: 'all' }],
    lineStyle: { color: faint, type: 'dashed', width: 1 },
    label: { backgroundColor: raised, color: ink, shadowBlur: 0, fontSize: 11 },
  };
}
