/**
 * The REST side: the exchange's public market-data requests with its validation, error codes and weight limit.
 *
 * <p>Answers show the market at the virtual time of the request; the weight minute is real time. Errors are
 * {@code {"code":...,"msg":...}} with the exchange's own numbers.
 */
package io.cryptolambda.local.exchange.rest;
