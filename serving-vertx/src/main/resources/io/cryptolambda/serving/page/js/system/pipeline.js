// The speed layer's stages and the layers, as cards.

import { element } from '../dom.js';
import { clock, day, exactSpan, grouped, moment, NONE, position, span } from '../format.js';
import { fill, list, table } from './card.js';

const LATE_MILLIS = 120e3;
const FAR_BEHIND = 10000;
const NAMES = {
  ingest: 'Ingest: exchange to log',
  'speed-kstreams': 'Kafka Streams: features',
  'speed-flink': 'Flink: bars and indicators',
};

const ago = (time) => (time === null ? NONE : span(Date.now() - time) + ' ago');

export function stages(card, { stages: found, tail_is_live: live, exchange_time: exchange, flink }) {
  const behind = Math.max(...found.map((stage) => stage.behind ?? 0));
  const newest = Math.max(...found.map((stage) => stage.newest_time ?? 0));
  const quiet = Date.now() - newest > LATE_MILLIS;
  const state = newest === 0 ? 'unknown' : behind > FAR_BEHIND || !live ? 'attention' : 'good';
  const badge = newest === 0 ? 'no record yet' : behind > FAR_BEHIND ? grouped(behind) + ' behind' : !live ? 'catching up' : quiet ? 'drained, quiet' : 'keeping up';
  fill(card, {
    state,
    badge,
    means: 'Each stage reads what the one before it wrote. Behind counts positions it has not committed: it commits several '
      + 'times a second, Flink at each checkpoint. When the newest record grows old everywhere, nothing comes from the exchange.',
    body: [
      table('How far each stage has come', ['Stage', 'behind', 'newest record'], [
        ...found.map(({ name, behind: positions, newest_time: time }) =>
          [NAMES[name] ?? name, positions === null ? NONE : grouped(positions), ago(time)]),
        ['Serving: live tail', live ? 'live' : 'catching up', ''],
      ], [1, 2]),
      list([['Exchange\u2019s clock (UTC)', exchange === null ? NONE : moment(exchange)], ...(flink ? [['Flink\u2019s dashboard', links(flink)]] : [])]),
    ],
  });
}

const FLINK_PAGES = { 'running jobs': '/#/overview', 'task managers': '/#/task-manager', 'job manager': '/#/job-manager' };

/** What Flink tells of itself: the job with its checkpoints and back-pressure, and who runs it. */
function links(address) {
  if (!/^https?:\/\//.test(address)) return address;
  return element('span', 'links', ...Object.entries(FLINK_PAGES).map(([name, path]) => {
    const made = element('a', '', name);
    made.href = address.replace(/\/$/, '') + path;
    return made;
  }));
}

export function layers(card, found) {
  if (found.run_id === null) {
    fill(card, {
      state: 'unknown', badge: 'no batch run yet',
      means: 'Everything is served from the speed layer until the first batch run is published.',
      body: [],
    });
    return;
  }
  const behind = found.batch_behind;
  fill(card, {
    state: 'good',
    badge: behind === null ? 'batch is served' : behind === 0 ? 'batch knows all' : grouped(behind) + ' newer',
    means: 'Batch knows every record of the log below K. What came after is served from the speed layer until the next run '
      + 'takes it over; up to the time boundary bars are closed in batch.',
    body: [
      table('K by partition', ['Partition', 'K', 'end of the log', 'newer'], Object.entries(found.k).map(([partition, k]) => {
        const end = found.log_end?.[partition];
        return [partition, position(k), end === undefined ? NONE : grouped(end), end === undefined ? NONE : newer(end, k)];
      }), [1, 2, 3]),
      table('Time boundary by interval', ['Interval', 'time boundary (UTC)'],
        Object.entries(found.boundary ?? {}).map(([interval, time]) => [interval, moment(time)]), [1]),
    ],
  });
}

const newer = (end, k) => grouped(Math.max(0, end - (k % 2 ** 44)));

export function runs(card, { served, runs: found }) {
  const rows = found.map((run) => [
    run.run_id + (run.run_id === served ? ' (served)' : ''),
    day(run.finished_at) + ' ' + clock(run.finished_at),
    exactSpan(run.finished_at - run.started_at),
    grouped(Object.values(run.documents).reduce((sum, count) => sum + count, 0)),
  ]);
  fill(card, {
    state: served === null ? 'unknown' : 'good',
    badge: served === null ? 'none yet' : 'last ' + ago(found.find((run) => run.run_id === served)?.finished_at ?? null),
    means: 'A run recomputes the views from the log and publishes them in one step. Runs are cleared away once a later one '
      + 'has taken over, so only the last are listed.',
    body: rows.length ? [table('Batch runs', ['Run', 'published (UTC)', 'took', 'documents'], rows, [2, 3])] : [],
  });
}
