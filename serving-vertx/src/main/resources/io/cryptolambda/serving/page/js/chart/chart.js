// The chart on its canvas: what is drawn, what is in sight, and where the crosshair is.

import * as echarts from '../echarts.js';
import { price } from '../format.js';
import { onThemeChange, palette } from '../theme.js';
import { crosshair, paneTitles, timeAxes, valueAxes, zoom } from './axes.js';
import { candles, overlays, panes, volume } from './drawn.js';
import { layout } from './layout.js';
import { marks } from './marks.js';

const PIXELS_A_BAR = 9;
const FEWEST = 10;
// Older bars are asked for before the oldest comes into sight.
const AHEAD = 60;

export class Chart {
  /** `point` is given the entry under the crosshair, else the newest, and whether it is under it; `older` is called when the oldest is near. */
  constructor(element, { point, older }) {
    Object.assign(this, { element, point, older });
    this.instance = echarts.init(element);
    this.colours = palette();
    this.reset();
    this.instance.on('updateAxisPointer', (event) => this.pointAt(event.axesInfo?.[0]?.value));
    this.instance.on('globalout', () => this.pointAt(undefined));
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
    this.sight = null;
    this.pointed = undefined;
    this.instance.clear();
    this.point(null);
  }

  /** @param content timeline, interval, minutes of a bar, boundaryTime, explain, names of overlays and panes */
  draw(content) {
    Object.assign(this, content);
    this.content = content;
    this.render();
    this.pointAt(this.pointed);
  }

  pointAt(index) {
    this.pointed = index;
    this.point(this.timeline[index] ?? this.timeline.findLast((entry) => !entry.gap) ?? null, index !== undefined);
  }

  /** Remembers what is in sight by time, so that bars may come in at either end. */
  zoomed() {
    const { startValue, endValue } = this.instance.getOption().dataZoom[0];
    const last = this.timeline.length - 1;
    this.sight = {
      from: this.timeline[startValue]?.open_time,
      to: this.timeline[endValue]?.open_time,
      follows: endValue >= last,
      count: endValue - startValue,
    };
    if (startValue <= AHEAD) this.older();
  }

  inSight() {
    const last = this.timeline.length - 1;
    const count = this.sight?.count ?? Math.floor(this.element.clientWidth / PIXELS_A_BAR);
    if (!this.sight || this.sight.follows) return [Math.max(0, last - count), last];
    const at = (time) => Math.max(0, this.timeline.findIndex((entry) => entry.open_time >= time));
    return [at(this.sight.from), at(this.sight.to)];
  }

  /** Moves what is in sight by a share of its width, or to an end. */
  pan(share) {
    const [start, end] = this.inSight();
    const last = this.timeline.length - 1;
    const by = Math.max(-start, Math.min(last - end, Math.trunc(share * (end - start))));
    this.show(start + by, end + by);
  }

  zoomBy(factor) {
    const [start, end] = this.inSight();
    const count = Math.max(FEWEST, Math.round((end - start) * factor));
    this.show(Math.max(0, end - count), end);
  }

  show(startValue, endValue) {
    this.instance.dispatchAction({ type: 'dataZoom', dataZoomIndex: 0, startValue, endValue });
  }

  /** Moves the crosshair by a bar, from where it is or from the newest; a hole is one step, however wide. */
  step(by) {
    const last = this.timeline.length - 1;
    const hole = this.timeline[this.pointed]?.gap;
    let index = Math.max(0, Math.min(last, (this.pointed ?? last - by) + by));
    while (hole && this.timeline[index].gap === hole) index += by;
    const [start, end] = this.inSight();
    if (index < start || index > end) {
      const to = index < start ? index : index - (end - start);
      this.show(to, to + end - start);
    }
    this.pointAt(index);
    const x = this.instance.convertToPixel({ xAxisIndex: 0 }, index);
    this.instance.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'mousemove', x, y: this.layout.top + 20 });
  }

  render() {
    if (!this.timeline.length) return;
    const newest = this.timeline.findLast((entry) => !entry.gap);
    this.layout = layout(this.element.clientWidth, this.element.clientHeight, this.content.panes.length, price(newest?.close).length);
    const context = { ...this.content, colours: this.colours, layout: this.layout };
    this.instance.setOption({
      animation: false,
      textStyle: { fontFamily: this.colours.font },
      axisPointer: crosshair(this.colours),
      title: paneTitles(context),
      grid: this.layout.grids.map((grid, i) => ({ id: 'grid-' + i, ...grid })),
      xAxis: timeAxes(context),
      yAxis: valueAxes(context),
      dataZoom: zoom(context, this.inSight()),
      series: [marks(context), candles(context), volume(context), ...overlays(context, this.content.overlays), ...panes(context, this.content.panes)],
    }, { replaceMerge: ['title', 'grid', 'xAxis', 'yAxis', 'series', 'dataZoom'] });
  }
}
