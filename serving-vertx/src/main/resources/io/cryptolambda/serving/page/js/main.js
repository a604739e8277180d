// The page: which part is shown, what is chosen, and what all parts need to know.

import { get } from './api.js';
import { ChartView } from './chart/view.js';
import { by } from './dom.js';
import { MarketView } from './market/view.js';
import { query, read } from './state.js';
import { reportAnswer, reportNewest } from './status.js';
import { SystemView } from './system/view.js';
import { themeSwitch } from './theme.js';

const LAYERS_MILLIS = 3000;
const SYMBOLS_EVERY = 4;
const FIRST_CHOICE = 'BTCUSDT';
const SYMBOL_FIELDS = 'symbol,pair,as_of_time';

const state = read(location.search);
const views = {
  chart: new ChartView(state, choose),
  market: new MarketView(state, choose),
  system: new SystemView(state),
};
let shown = null;

/** Changes what is looked at; another part of the page can be gone back from. */
function choose(change) {
  const leaves = change.view !== undefined && change.view !== state.view;
  Object.assign(state, change);
  history[leaves ? 'pushState' : 'replaceState'](null, '', query(state));
  show();
}

function show() {
  if (shown !== state.view) {
    if (shown) views[shown].close();
    shown = state.view;
    for (const name of Object.keys(views)) {
      by('view-' + name).hidden = name !== shown;
      const link = by('to-' + name);
      if (name === shown) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = shown[0].toUpperCase() + shown.slice(1) + ' · Crypto Lambda';
  }
  views[shown].update();
}

async function readSymbols() {
  const { rows } = await get('latest', { fields: SYMBOL_FIELDS });
  reportNewest(rows.reduce((newest, row) => Math.max(newest ?? 0, row.as_of_time), null));
  by('first').hidden = rows.length > 0;
  if (!state.symbol && rows.length) choose({ symbol: (rows.find((row) => row.symbol === FIRST_CHOICE) ?? rows[0]).symbol });
  views.chart.symbols(rows);
}

let round = 0;

/** Asks one after the other what everything depends on; a tab that nobody sees asks nothing. */
async function look() {
  if (!document.hidden) {
    try {
      if (round % SYMBOLS_EVERY === 0 || !state.symbol) await readSymbols();
      views.chart.know(await get('layers'));
      reportAnswer(null);
    } catch (error) {
      if (error.status === undefined) throw error;
      reportAnswer(error);
    } finally {
      round += 1;
    }
  }
  setTimeout(look, LAYERS_MILLIS);
}

for (const name of Object.keys(views)) {
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
