// Where the panes are, in pixels.

const STRIP = 6;
const SLIDER = 20;
const TIMES = 38;
const BETWEEN = 10;
const NARROW = 600;

/** The first grid has the candles, the second the layers' strip, the third the volume, then one for each pane. */
export function layout(width, height, panes) {
  const narrow = width < NARROW;
  const right = narrow ? 62 : 76;
  const left = narrow ? 4 : 12;
  const top = 8;
  const pane = Math.round(Math.min(130, Math.max(64, height * 0.14)));
  const volume = Math.round(Math.min(90, Math.max(44, height * 0.1)));
  const below = STRIP + 4 + BETWEEN + volume + panes * (pane + BETWEEN) + TIMES + SLIDER + 8;
  const grids = [];
  let at = top;
  const add = (tall, space) => {
    grids.push({ left, right, top: at, height: tall });
    at += tall + space;
  };
  add(Math.max(120, height - top - below), 4);
  add(STRIP, BETWEEN);
  add(volume, BETWEEN);
  for (let i = 0; i < panes; i += 1) add(pane, BETWEEN);
  return { narrow, left, right, width, top, bottom: at - BETWEEN, slider: SLIDER, grids };
}
