// Where the panes are, in pixels.

const TOP = 8;
const STRIP = 6;
const SLIDER = 20;
const TIMES = 38;
const BETWEEN = 10;
const TITLE = 17; // above each pane
const NARROW = 600;

// Few panes leave the chart on one screen; with many one scrolls anyway.
const candlesFor = (panes) => (panes > 2 ? 260 : 180);

// What each has at least, and what a pane and the volume have at most of the rest; the candles get all else.
const PANE = { least: 64, more: 66, share: 0.14 };
const VOLUME = { least: 44, more: 46, share: 0.1 };

/** How high the chart has to be for all panes to be read. */
export const leastHeight = (panes) =>
  TOP + candlesFor(panes) + 4 + STRIP + BETWEEN + VOLUME.least + panes * (TITLE + PANE.least) + TIMES + SLIDER + 8;

/**
 * The first grid has the candles, the second the layers' strip, the third the volume, then one for each pane.
 *
 * @param label characters of the price at the right
 */
export function layout(width, height, panes, label = 0) {
  const narrow = width < NARROW;
  const right = Math.max(narrow ? 62 : 76, 14 + label * (narrow ? 6 : 7));
  const left = narrow ? 4 : 12;
  const room = Math.max(0, height - leastHeight(panes));
  const high = ({ least, more, share }) => least + Math.round(Math.min(more, room * share));
  const [pane, volume] = [high(PANE), high(VOLUME)];
  const candles = candlesFor(panes) + room - (volume - VOLUME.least) - panes * (pane - PANE.least);
  const grids = [];
  let at = TOP;
  const add = (tall, space) => {
    grids.push({ left, right, top: at, height: tall });
    at += tall + space;
  };
  add(candles, 4);
  add(STRIP, BETWEEN);
  add(volume, TITLE);
  for (let i = 0; i < panes; i += 1) add(pane, TITLE);
  return { narrow, left, right, width, top: TOP, bottom: at - TITLE, slider: SLIDER, grids };
}
