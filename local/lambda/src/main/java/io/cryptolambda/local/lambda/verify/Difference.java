package io.cryptolambda.local.lambda.verify;

import io.cryptolambda.core.Interval;

/**
 * One way in which a served document is not what it must be.
 *
 * @param symbol the exchange's symbol
 * @param interval the interval
 * @param openTime epoch milliseconds UTC
 * @param field name of the field; {@value #DOCUMENT} where all of it is missing or unexpected
 * @param expected the oracle's value
 * @param served the API's value
 * @param layer the layer it was served from, null if not served
 * @param asOf as_of it was served with, null if not served
 */
record Difference(
        String symbol,
        Interval interval,
        long openTime,
        String field,
        String expected,
        String served,
        String layer,
        Long asOf) {
    static final String DOCUMENT = "document";
}
