package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/** Compares one value of the oracle with its JSON, bit for bit. */
public final class FieldComparison {
    private FieldComparison() {}

    /**
     * Whether {@code served} says exactly {@code expected}.
     *
     * @param expected a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or null
     * @param served the field as served; null where the row does not have it, which equals nothing
     */
    public static boolean equal(Object expected, JsonNode served) {
        if (served == null) {
            return false;
        }
        if (expected == null || served.isNull()) {
            return expected == null && served.isNull();
        }
        if (expected instanceof Double number) {
            return served.isNumber()
                    && Double.doubleToLongBits(served.doubleValue()) == Double.doubleToLongBits(number);
        }
        if (expected instanceof Long number) {
            return served.canConvertToExactIntegral() && served.longValue() == number;
        }
        if (expected instanceof Boolean bool) {
            return served.isBoolean() && served.booleanValue() == bool;
        }
        return served.isTextual() && Objects.equals(expected, served.textValue());
    }

    /** The value for people. */
    static String text(JsonNode served) {
        return served == null ? "(no such field)" : served.asText();
    }
}
