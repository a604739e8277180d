package io.cryptolambda.serving.api;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Orders rows by a field: numbers, and decimals in strings, by value; names by letter; what is absent last, whatever the
 * direction.
 */
final class ByField implements Comparator<JsonObject> {
    private final String field;
    private final boolean descending;

    ByField(String field, boolean descending) {
        this.field = field;
        this.descending = descending;
    }

    @Override
    public int compare(JsonObject one, JsonObject other) {
        Object first = one.getValue(field);
        Object second = other.getValue(field);
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        int order = byValue(first, second);
        return descending ? -order : order;
    }

    private static int byValue(Object first, Object second) {
        BigDecimal one = number(first);
        BigDecimal other = number(second);
        return one == null || other == null ? first.toString().compareTo(second.toString()) : one.compareTo(other);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return null; // a name
        }
    }
}
