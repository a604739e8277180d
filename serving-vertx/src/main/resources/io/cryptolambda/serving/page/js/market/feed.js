// A worker with the whole market: it reads and follows every pair, orders and words them, and tells the page what has
// changed of the rows in sight. So what the page's own thread has to do does not depend on how many pairs there are.

import { get } from '../api.js';
import { openStream } from '../stream.js';
import { Board } from './board.js';
import { Market } from './market.js';
import { SparkLoader } from './spark.js';

const EVERY_MILLIS = 250;
const AGAIN_MILLIS = 20e3;
const RSI_INTERVAL = '15m';

const market = new Market();
const board = new Board(market);
const sparks = new SparkLoader((symbol, bars) => market.spark(symbol, bars));
let seen = true;

async function load() {
  try {
    const [minutes, bars] = await Promise.all([
      get('latest', { interval: '1m' }),
      get('latest', { interval: RSI_INTERVAL, fields: 'symbol,open_time,close,as_of,rsi_14' }),
    ]);
    market.load(minutes.rows, bars.rows);
    board.loaded = true;
    postMessage({ answered: minutes.stale ? 503 : null });
    tell();
  } catch (error) {
    if (error.status === undefined) throw error;
    postMessage({ answered: error.status });
  }
}

function tell() {
  if (!seen) return;
  const changes = board.changes(performance.now());
  board.inSight().forEach((symbol) => sparks.want(symbol));
  if (changes) postMessage(changes);
}

/** The page says what is chosen, which rows are in sight, and whether anybody looks. */
onmessage = ({ data }) => {
  if (data.sort !== undefined) board.choose(data);
  if (data.last !== undefined) board.look(data);
  if (data.seen !== undefined) seen = data.seen;
  tell();
};

setInterval(tell, EVERY_MILLIS);
setInterval(load, AGAIN_MILLIS);
openStream({ interval: '1m,' + RSI_INTERVAL }, {
  take: (document) => market.live(document),
  missed: load,
  state: (open) => postMessage({ open }),
});
load();
