// Whether the page is up to date, and what a reader has to know where it is not.

import { by, setData, setText } from './dom.js';
import { seconds, span } from './format.js';

const QUIET_MILLIS = 120e3;

// The gravest first: badge and, in full, what it means.
const TROUBLES = {
  server: ['offline', (since) => `The server does not answer. Everything here is as it was ${since}; the page tries again by itself.`],
  store: ['stale', (since) => `Elasticsearch does not answer. What was loaded is as it was ${since}; newer bars still come over the live stream.`],
  kafka: ['stale', (since) => `Kafka does not answer: nothing new can arrive. Everything here is as it was ${since}.`],
  stream: ['reconnecting', (since) => `The live stream is interrupted. Values are as they were ${since}.`],
};

const troubled = new Map();
let wellAt = null;
let newest = null;

/** Notes that a source works, or that it does not. */
export function report(source, works) {
  if (works) troubled.delete(source);
  else if (!troubled.has(source)) troubled.set(source, wellAt);
  if (troubled.size === 0) wellAt = Date.now();
  show();
}

/** Notes what an answer or an error of the API says about who works. */
export function reportAnswer(error) {
  report('server', error === null || error.status !== 0);
  if (error === null) report('store', true);
  else if (error.status === 503 || error.status === 504) report('store', false);
}

/** Notes when the newest record was taken; null if there is none. */
export function reportNewest(time) {
  newest = time;
  show();
}

function show() {
  const source = Object.keys(TROUBLES).find((name) => troubled.has(name));
  const badge = by('live');
  const banner = by('banner');
  document.body.classList.toggle('stale', source !== undefined);
  if (source) {
    const [state, words] = TROUBLES[source];
    const since = troubled.get(source);
    setData(badge, 'state', state);
    setText(badge.lastElementChild, state + (since ? ' since ' + seconds(since) : ''));
    setText(banner, words(since ? 'at ' + seconds(since) + ' UTC' : 'before'));
    banner.hidden = false;
    return;
  }
  const age = newest === null ? null : Date.now() - newest;
  const quiet = age === null || age > QUIET_MILLIS;
  setData(badge, 'state', wellAt === null ? 'connecting' : quiet ? 'quiet' : 'live');
  setText(badge.lastElementChild, wellAt === null ? 'connecting' : !quiet ? 'live' : age === null ? 'no data yet' : 'quiet for ' + span(age));
  banner.hidden = true;
}
