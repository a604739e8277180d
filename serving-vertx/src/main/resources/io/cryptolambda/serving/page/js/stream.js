// The live stream of one choice of symbols and intervals.

/**
 * Opens it. `take` is given each document; `missed` is called where some may have gone by: the server says so, or the
 * stream was away; `state` is told true when it is open and false when it is not. Returns what closes it.
 */
export function openStream(query, { take, missed, state }) {
  const source = new EventSource('/api/v1/stream?' + new URLSearchParams(query));
  let opened = false;
  let lost = false;
  source.onopen = () => {
    state(true);
    if (opened && lost) missed();
    opened = true;
    lost = false;
  };
  source.onerror = () => {
    lost = true;
    state(false);
  };
  source.onmessage = (event) => take(JSON.parse(event.data));
  source.addEventListener('reset', () => missed());
  return () => source.close();
}
