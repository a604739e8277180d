/**
 * What can go wrong with an exchange, on request or by a seeded plan, and the count of what clients do wrong.
 *
 * <p>Faults hit the answers, the streams or the market itself; the same seed gives the same faults at the same virtual
 * times. The other packages ask here what to spoil, and nothing here knows them.
 */
package io.cryptolambda.local.exchange.fault;
