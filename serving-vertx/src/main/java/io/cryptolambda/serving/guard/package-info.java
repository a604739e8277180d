/**
 * Who may ask, and how much: API tokens, requests a minute and searches at a time per client.
 *
 * <p>A client is its token, or its address where it has none. State is counters alone, bounded, and shared by all event
 * loops. Refusals are failures of the route, so that each interface words them as its clients expect.
 */
package io.cryptolambda.serving.guard;
