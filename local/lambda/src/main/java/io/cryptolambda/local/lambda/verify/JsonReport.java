package io.cryptolambda.local.lambda.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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
        report.differences().forEach(difference -> difference(differences.addObject(), difference));
        return json;
    }

    private static void difference(ObjectNode json, Difference difference) {
        json.put("symbol", difference.symbol())
                .put("interval", difference.interval())
                .put("open_time", difference.openTime())
                .put("field", difference.field())
                .put("expected", difference.expected())
                .put("served", difference.served())
                .put("layer", difference.layer())
                .put("as_of", difference.asOf());
    }

    private static void tally(ObjectNode json, Tally tally) {
        json.put("compared", tally.compared())
                .put("equal", tally.equal())
                .put("different", tally.different())
                .put("missing", tally.missing())
                .put("newer", tally.newer());
    }
}
