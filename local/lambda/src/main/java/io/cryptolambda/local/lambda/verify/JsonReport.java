package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The report for programs: one JSON object. */
final class JsonReport {
    private JsonReport() {}

    static ObjectNode of(ParityReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("parity", report.total().holds());
        tally(json, report.total());
        report.byLayer().forEach(json.putObject("layers")::put);
        ObjectNode cut = json.putObject("cut");
        report.cut().ends().forEach((partition, end) -> cut.put(partition.toString(), end));
        ObjectNode symbols = json.putObject("symbols");
        report.bySymbol().forEach((symbol, intervals) -> {
            ObjectNode bySymbol = symbols.putObject(symbol);
            intervals.forEach((interval, tally) -> tally(bySymbol.putObject(interval.text()), tally));
        });
        ArrayNode differences = json.putArray("differences");
        report.differences()
                .forEach(difference -> difference(differences.addObject(), difference, report.layers(difference)));
        return json;
    }

    private static void difference(ObjectNode json, Difference difference, Map<String, LayerValue> layers) {
        json.put("symbol", difference.symbol())
                .put("interval", difference.interval().text())
                .put("open_time", difference.openTime())
                .put("field", difference.field())
                .put("expected", difference.expected())
                .put("served", difference.served())
                .put("layer", difference.layer())
                .put("as_of", difference.asOf());
        ObjectNode byLayer = json.putObject("layers");
        layers.forEach((layer, value) ->
                byLayer.putObject(layer).put("value", value.value()).put("as_of", value.asOf()));
    }

    private static void tally(ObjectNode json, Tally tally) {
        json.put("compared", tally.compared())
                .put("equal", tally.equal())
                .put("different", tally.different())
                .put("missing", tally.missing())
                .put("newer", tally.newer())
                .put("awaiting", tally.awaiting());
    }
}
