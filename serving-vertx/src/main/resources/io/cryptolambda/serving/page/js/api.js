// Reads the API. An error carries the problem document's words.

const TIMEOUT_MILLIS = 12000;

export class ApiError extends Error {
  /** @param status 0 where the server did not answer */
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
  } catch {
    throw new ApiError(0, 'The server does not answer.');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) throw new ApiError(response.status, body?.detail ?? 'Status ' + response.status);
  return body;
}
