// The page: which part is shown, what is chosen, and what all parts need to know.

import { get } from './api.js';
import { by } from './dom.js';
import { query, read } from './state.js';
import { report, reportAnswer, reportNewest } from './status.js';
import { themeSwitch } from './theme.js';

const LAYERS_MILLIS = 3000;
const SYMBOLS_EVERY = 4;
const FIRST_CHOICE = 'BTCUSDT';
const SYMBOL_FIELDS = 'symbol,pair,as_of_time';

// Each part is loaded when it is looked at first: the chart's library is larger than all the rest.
const PARTS = {
  chart: async () => new (await import('./chart/view.js')).ChartView(state, choose),
  market: async () => new (await import('./market/view.js')).MarketView(state, choose),
  system: async () => new (await import('./system/view.js')).SystemView(state),
};

const state = read(location.search);
const views = {};
const known = { symbols: null, layers: null };
let shown = null;

/** Does something with a part of the page, once it is there, in the order that it was asked for. */
function withPart(name, work) {
  views[name] ??= load(name);
  views[name].then((view) => view && work(view));
}

/** Null where the server does not give it: it is asked for again by and by. */
async function load(name) {
  try {
    const view = await PARTS[name]();
    if (name === 'chart') tellChart(view);
    return view;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    delete views[name];
    report('server', false);
    return null;
  }
}

function tellChart(chart) {
  if (known.symbols) chart.symbols(known.symbols);
  chart.know(known.layers);
}

/** Changes what is looked at; another part of the page can be gone back from. */
function choose(change) {
  const leaves = change.view !== undefined && change.view !== state.view;
  Object.assign(state, change);
  history[leaves ? 'pushState' : 'replaceState'](null, '', query(state));
  show();
}

function show() {
  if (shown !== state.view) {
    if (shown && views[shown]) withPart(shown, (view) => view.close());
    shown = state.view;
    for (const name of Object.keys(PARTS)) {
      by('view-' + name).hidden = name !== shown;
      const link = by('to-' + name);
      if (name === shown) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = shown[0].toUpperCase() + shown.slice(1) + ' · Crypto Lambda';
  }
  const name = shown;
  withPart(name, (view) => name === shown && view.update());
}

async function readSymbols() {
  const { rows } = await get('latest', { fields: SYMBOL_FIELDS });
  reportNewest(rows.reduce((newest, row) => Math.max(newest ?? 0, row.as_of_time), null));
  by('first').hidden = rows.length > 0;
  known.symbols = rows;
  if (!state.symbol && rows.length) choose({ symbol: (rows.find((row) => row.symbol === FIRST_CHOICE) ?? rows[0]).symbol });
}

let round = 0;

/** Asks one after the other what everything depends on; a tab that nobody sees asks nothing. */
async function look() {
  if (!document.hidden) {
    try {
      if (round % SYMBOLS_EVERY === 0 || !state.symbol) await readSymbols();
      known.layers = await get('layers');
      reportAnswer(null);
      if (views.chart) withPart('chart', tellChart);
      if (!views[shown]) show();
    } catch (error) {
      if (error.status === undefined) throw error;
      reportAnswer(error);
    } finally {
      round += 1;
    }
  }
  setTimeout(look, LAYERS_MILLIS);
}

for (const name of Object.keys(PARTS)) {
  by('to-' + name).addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ view: name });
  });
}
addEventListener('popstate', () => {
  Object.assign(state, read(location.search));
  show();
});
themeSwitch(by('theme'));
show();
look();
