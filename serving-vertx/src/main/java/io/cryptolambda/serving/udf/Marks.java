package io.cryptolambda.serving.udf;

import io.cryptolambda.serving.view.Document;
import io.cryptolambda.serving.view.Served;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Outages, and candles that came late or were revised, as told by the minutes themselves. */
final class Marks {
    /** The fields of the minutes that they are read from. */
    static final List<String> FIELDS = List.of("gap_minutes", "candle_as_of");

    private Marks() {}

    /**
     * A mark.
     *
     * @param openTime epoch milliseconds UTC
     */
    private record Mark(long openTime, String color, String label, String text) {}

    static JsonObject of(List<Served> minutes) {
        List<Mark> marks = find(minutes);
        JsonArray ids = new JsonArray();
        JsonArray times = new JsonArray();
        JsonArray colors = new JsonArray();
        JsonArray texts = new JsonArray();
        JsonArray labels = new JsonArray();
        JsonArray fontColors = new JsonArray();
        JsonArray sizes = new JsonArray();
        for (Mark mark : marks) {
            ids.add(mark.label() + mark.openTime());
            times.add(mark.openTime() / 1000);
            colors.add(mark.color());
            texts.add(mark.text());
            labels.add(mark.label());
            fontColors.add("white");
            sizes.add(14);
        }
        return new JsonObject()
                .put("id", ids)
                .put("time", times)
                .put("color", colors)
                .put("text", texts)
                .put("label", labels)
                .put("labelFontColor", fontColors)
                .put("minSize", sizes);
    }

    private static List<Mark> find(List<Served> minutes) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            Document minute = minutes.get(i).document();
            long gap = minute.fields().getLong("gap_minutes") == null
                    ? 0
                    : minute.fields().getLong("gap_minutes");
            if (gap > 0) {
                marks.add(new Mark(minute.openTime(), "red", "G", gap + " minutes without a candle before this one"));
            }
            // Knowledge of a candle that came in its turn is older than that of the one after it.
            Long position = minute.fields().getLong("candle_as_of");
            Long following = i + 1 < minutes.size()
                    ? minutes.get(i + 1).document().fields().getLong("candle_as_of")
                    : null;
            if (position != null && following != null && position > following) {
                marks.add(new Mark(minute.openTime(), "blue", "R", "late or revised, record " + position));
            }
        }
        return marks;
    }
}
