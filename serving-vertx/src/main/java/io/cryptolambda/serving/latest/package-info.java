/**
 * The newest document of every symbol, from the live tail and, for symbols that have been quiet for longer, from
 * Elasticsearch.
 *
 * <p>Merged by the rule of core as every other answer. Elasticsearch is asked in the background of many requests, not for
 * each. Used by {@code api} and {@code binance}.
 */
package io.cryptolambda.serving.latest;
