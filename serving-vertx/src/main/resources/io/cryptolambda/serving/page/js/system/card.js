// A card of the system view: what it is about, how it stands, what that means, and the figures.

import { element, patch, setText, withAttributes } from '../dom.js';

const SAID = { good: 'in order', attention: 'look here', unknown: 'not known' };

/** Fills a card. `state` is good, attention or unknown; `badge` says it in other words; `means` is a plain sentence. */
export function fill(card, { state, badge, means, body = [] }) {
  const pill = card.querySelector('.pill');
  pill.dataset.state = state;
  setText(pill, badge ?? SAID[state]);
  setText(card.querySelector('.means'), means);
  patch(card.querySelector('.figures'), body);
}

/** A card of a title; it stands as loading until it is filled. */
export function card(id, title) {
  const heading = withAttributes(element('h2', '', title), { id: 'title-' + id });
  const pill = element('span', 'pill', 'loading');
  pill.dataset.state = 'unknown';
  const made = element('section', 'card', element('header', '', heading, pill), element('p', 'means', ''), element('div', 'figures'));
  return withAttributes(made, { id: 'card-' + id, 'aria-labelledby': 'title-' + id });
}

/** A table of heads and rows of text or elements; `numbers` are the columns that are read as numbers. */
export function table(label, heads, rows, numbers = []) {
  const cell = (tag, content, i) => element(tag, numbers.includes(i) ? 'number' : '', content);
  const head = element('tr', '', ...heads.map((text, i) => withAttributes(cell('th', text, i), { scope: 'col' })));
  const lines = rows.map((row) => element('tr', '', ...row.map((content, i) => cell('td', content, i))));
  const made = element('table', '', element('thead', '', head), element('tbody', '', ...lines));
  made.setAttribute('aria-label', label);
  return withAttributes(element('div', 'scrolls', made), { tabindex: '0', role: 'region', 'aria-label': label });
}

/** Figures under each other: names and values. */
export const list = (pairs) => element('dl', '', ...pairs.map(([name, value]) =>
  element('div', '', element('dt', '', name), element('dd', '', value))));
