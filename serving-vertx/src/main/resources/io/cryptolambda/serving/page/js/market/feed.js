// A worker that reads the stream of all symbols. It keeps the newest of each and passes them on a few times a second, so
// that the page's own thread never has more to do than there are symbols.

import { openStream } from '../stream.js';
import { isNewer } from './market.js';

const EVERY_MILLIS = 250;

let newest = new Map();

function take(document) {
  const key = document.symbol + '|' + document.interval;
  const held = newest.get(key);
  if (!held || !isNewer(held, document)) newest.set(key, document);
}

setInterval(() => {
  if (newest.size === 0) return;
  postMessage({ documents: [...newest.values()] });
  newest = new Map();
}, EVERY_MILLIS);

openStream({ interval: '1m,15m' }, {
  take,
  missed: () => postMessage({ missed: true }),
  state: (open) => postMessage({ open }),
});
