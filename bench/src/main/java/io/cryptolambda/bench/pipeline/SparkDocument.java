package io.cryptolambda.bench.pipeline;

import java.io.Serializable;

/** A document that the Spark job writes: a bean, as its encoders want it. */
public final class SparkDocument implements Serializable {
    private static final long serialVersionUID = 1L;

    private String index;
    private String id;
    private String symbol;
    private String json;

    static SparkDocument of(String index, String id, String symbol, String json) {
        SparkDocument document = new SparkDocument();
        document.index = index;
        document.id = id;
        document.symbol = symbol;
        document.json = json;
        return document;
    }

    public String getIndex() {
        return index;
    }

    public void setIndex(String index) {
        this.index = index;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getJson() {
        return json;
    }

    public void setJson(String json) {
        this.json = json;
    }
}
