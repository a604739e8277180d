// What can be chosen of the chart: symbol, interval, layer, studies.

import { by, press, segments, withAttributes, element } from '../dom.js';
import { INTERVALS, LAYERS } from '../state.js';
import { available, OVERLAYS, PANES, panesOf } from './catalogue.js';

/** Builds the controls; `choose` is called with what was changed. */
export function controls(state, choose) {
  const toggle = (list, name) => (list.includes(name) ? list.filter((other) => other !== name) : [...list, name]);
  segments(by('intervals'), Object.keys(INTERVALS), state.interval, (interval) => choose({ interval }));
  segments(by('layers'), LAYERS, state.layer, (layer) => choose({ layer }));
  by('symbol').onchange = (event) => choose({ symbol: event.target.value });
  by('intervals').onkeydown = arrows;
  by('layers').onkeydown = arrows;

  function studies(group, catalogue, chosen, write) {
    const names = available(catalogue, state.interval);
    const known = names.join();
    if (group.dataset.known !== known) {
      group.dataset.known = known;
      group.replaceChildren(...names.map((name) => {
        const { label, colour, lines, means } = catalogue[name];
        const swatch = element('i', 'swatch ' + (colour ?? Object.values(lines)[0]));
        const button = withAttributes(element('button', 'chip', swatch, label), { type: 'button', 'data-value': name, title: means });
        button.onclick = () => write(name);
        return button;
      }));
    }
    press(group, (name) => chosen.includes(name));
  }

  return {
    update() {
      press(by('intervals'), (interval) => interval === state.interval);
      press(by('layers'), (layer) => layer === state.layer);
      const shown = panesOf(state.panes, state.interval);
      studies(by('overlays'), OVERLAYS, state.overlays, (name) => choose({ overlays: toggle(state.overlays, name) }));
      studies(by('panes'), PANES, shown, (name) => choose({ panes: toggle(keepOthers(state, shown), name) }));
      // Until the symbols are known, the chosen one alone.
      if (state.symbol && by('symbol').options.length === 0) by('symbol').append(new Option(state.symbol));
      by('symbol').value = state.symbol ?? '';
    },
    symbols(rows) {
      const select = by('symbol');
      const known = rows.map((row) => row.symbol).join();
      if (select.dataset.known !== known) {
        select.replaceChildren(...rows.map((row) => new Option(row.pair, row.symbol)));
        select.dataset.known = known;
      }
      select.value = state.symbol ?? '';
    },
  };
}

/** The panes shown, and those chosen of other intervals. */
const keepOthers = ({ panes, interval }, shown) =>
  [...panes.filter((name) => !PANES[name].of.includes(interval)), ...shown];

/** Left and right go from button to button. */
function arrows(event) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!by) return;
  const buttons = [...event.currentTarget.children];
  buttons[(buttons.indexOf(document.activeElement) + by + buttons.length) % buttons.length].focus();
}
