// The page: what is chosen, what is loaded, and looking again every two seconds.

import { get } from './api.js';
import { Chart } from './chart.js';
import * as header from './header.js';
import * as readout from './readout.js';
import { Series } from './series.js';
import { INTERVALS, read, write } from './state.js';

const POLL_MILLIS = 2000;
const RELOAD_MILLIS = 30000;
const PAGE = 500;
const MOST = 5000;

const state = read();
let view = null;
let updatedAt = null;
let timer = null;
const chart = new Chart(document.getElementById('chart'), { hover: showBar, older: loadOlder });

// Everything loaded for one choice; answers that arrive after the choice has changed belong to a view that is gone.
const newView = () => ({
  series: new Series(INTERVALS[state.interval]), run: undefined, k: null, loadedAt: 0, exhausted: false, loading: false,
});

async function rows(parameters) {
  const query = { symbol: state.symbol, interval: state.interval, layer: state.layer, ...parameters };
  return Promise.all([get('candles', query), get(state.interval === '1m' ? 'features' : 'indicators', query)]);
}

/** Loads everything again after a while or a new run, for both can change any bar; in between the newest bars only. */
async function refresh(current, layers) {
  const bars = [...current.series.bars.keys()].sort((a, b) => a - b);
  const whole = current.run !== layers.run_id || Date.now() - current.loadedAt > RELOAD_MILLIS || bars.length < 3;
  const from = whole ? (bars.length > PAGE ? bars[0] : null) : bars.at(-3);
  const [candles, studies] = await rows({ from, limit: whole && from !== null ? MOST : PAGE });
  if (!whole && candles.next !== null) {
    current.loadedAt = 0;
    return refresh(current, layers);
  }
  if (whole) current.series.bars.clear();
  current.series.put(candles.rows, studies.rows);
  if (whole) Object.assign(current, { run: layers.run_id, loadedAt: Date.now() });
  current.k = candles.k;
}

async function loadOlder() {
  const current = view;
  if (current.exhausted || current.loading || current.series.size >= MOST - PAGE) return;
  current.loading = true;
  try {
    const [candles, studies] = await rows({ to: Math.min(...current.series.bars.keys()), limit: PAGE });
    if (current !== view) return;
    current.exhausted = candles.rows.length === 0;
    current.series.put(candles.rows, studies.rows);
    draw(current);
  } catch {
    // the next poll tells
  } finally {
    current.loading = false;
  }
}

async function poll() {
  const current = view;
  try {
    const [{ symbols }, layers] = await Promise.all([get('symbols'), get('layers')]);
    if (current !== view) return;
    if (symbols.length === 0) {
      header.live(null);
      header.notice('No candle has arrived yet. This page shows the first ones by itself.');
      return;
    }
    state.symbol ??= (symbols.find((row) => row.symbol === 'BTCUSDT') ?? symbols[0]).symbol;
    header.symbols(symbols, state.symbol);
    await refresh(current, layers);
    if (current !== view) return;
    current.layers = layers;
    draw(current);
    header.notice(current.series.size ? null : 'The ' + state.layer + ' layer has no bar of ' + state.symbol + ' yet.');
    updatedAt = Date.now();
    header.live(null);
  } catch (error) {
    if (current !== view) return;
    if (!error.status && error.status !== 0) throw error;
    header.live(error.message, updatedAt);
    if (error.status === 404 || !current.series.size) header.notice(error.message);
  }
}

function draw(current) {
  const timeline = current.series.timeline();
  header.facts(current.layers, state.interval, current.k, timeline);
  chart.draw(timeline, state.interval, current.layers.boundary?.[state.interval] ?? null);
}

function showBar(bar) {
  readout.show(bar, state.interval, view?.layers?.run_id);
}

async function loop() {
  clearTimeout(timer);
  const current = view;
  if (!document.hidden) await poll();
  if (current === view) timer = setTimeout(loop, POLL_MILLIS);
}

function choose(change) {
  Object.assign(state, change);
  write(state);
  document.title = (state.symbol ?? '') + ' ' + state.interval + ' · Crypto Lambda';
  view = newView();
  chart.reset();
  loop();
}

document.addEventListener('visibilitychange', () => document.hidden || loop());
header.controls(state, choose);
choose({});
