// The rule of the merge, for documents that come live: what the server would answer if it were asked again.

/** Whether a document is worth more than what is held of its open time. `k`: batch knows every position below. */
export function replaces(held, document, k, layer) {
  if (layer === 'batch') return false;
  if (!held) return true;
  if (held.layer === 'batch') return document.complete && document.as_of >= (k ?? 0);
  return document.as_of >= held.as_of;
}

/** The row that the server would make of a live document. */
export function row(document, k, layer) {
  const provisional = layer === 'merged' && !(document.complete && document.as_of >= (k ?? 0));
  const minute = document.interval === '1m' ? { candles: 1, closed: true } : {};
  return { ...document, ...minute, layer: 'speed', ...(provisional ? { provisional } : {}) };
}
