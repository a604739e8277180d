/**
 * The HTTP interface: parameters in, rows or an RFC 9457 problem out, and the page.
 *
 * <p>Every parameter is checked before anything is read, an unknown one is refused by name, and each problem says what is
 * accepted. Handlers are stateless and hold no data between requests. Depends on {@code view} for everything it serves.
 */
package io.cryptolambda.serving.api;
