package io.cryptolambda.bench.freshness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every symbol of the market with what was seen of it. */
public final class Symbols {
    private final Map<String, Symbol> symbols = new TreeMap<>();

    public Symbols(Collection<String> names) {
        names.forEach(name -> symbols.put(name, new Symbol()));
    }

    /** Null for one that the market does not have. */
    public Symbol get(String name) {
        return symbols.get(name);
    }

    List<String> names() {
        return List.copyOf(symbols.keySet());
    }

    Collection<Symbol> all() {
        return symbols.values();
    }
}
