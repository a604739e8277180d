// Reads the API. An error carries the problem document's words.

// Longer than the server waits for Elasticsearch, which it then names.
const TIMEOUT_MILLIS = 20000;

export class ApiError extends Error {
  /** @param status 0 where the server cannot be reached, 504 where it did not answer in time */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export async function get(path, parameters = {}) {
  const url = new URL('/api/v1/' + path, location.origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined) url.searchParams.set(name, value);
  }
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MILLIS) });
  } catch (error) {
    if (error.name === 'TimeoutError') throw new ApiError(504, 'The server did not answer in time.');
    throw new ApiError(0, 'The server does not answer.');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new ApiError(response.status, body?.detail ?? 'Status ' + response.status);
  return body;
}
