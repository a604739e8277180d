/**
 * End-to-end tests: the real processes, started and asked as a user does, by the {@code lambda} command and over HTTP.
 *
 * <p>Nothing here reaches into a module; what cannot be seen from outside is not tested here. Each class starts a stack of
 * its own on free ports, with its data and logs in {@code target/}, and ends it. The helpers are a command, an HTTP
 * client, the exchange's own archive rows and a browser.
 */
package io.cryptolambda.e2e;
