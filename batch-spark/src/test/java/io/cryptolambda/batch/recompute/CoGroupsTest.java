package io.cryptolambda.batch.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.row.Groups;
import io.cryptolambda.batch.row.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoGroupsTest {
    // The last two are the other way round in Java's order: its first char is a surrogate.
    private static final List<String> SYMBOLS = List.of("A", "AB", "B", "\u5e01\u5b89", "\uff21", "\ud835\udc00");

    private record Item(String symbol, int number) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldPutTogetherWhatHasTheSameKeyWhicheverSideHasIt(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Item> left = items(random);
            List<Item> right = items(random);
            TreeMap<String, List<String>> expected = new TreeMap<>(Comparator.comparing(UTF8String::fromString));
            left.forEach(item -> expected.computeIfAbsent(item.symbol(), symbol -> new ArrayList<>())
                    .add("left " + item));
            right.forEach(item -> expected.computeIfAbsent(item.symbol(), symbol -> new ArrayList<>())
                    .add("right " + item));

            List<List<String>> found = new ArrayList<>();
            new CoGroups<>(groups(left), groups(right), (some, others) -> {
                        List<String> together = new ArrayList<>();
                        some.forEachRemaining(item -> together.add("left " + item));
                        others.forEachRemaining(item -> together.add("right " + item));
                        return List.of(together).iterator();
                    })
                    .forEachRemaining(found::add);

            assertThat(found).as("seed %s, round %s", seed, round).isEqualTo(List.copyOf(expected.values()));
        }
    }

    private static Groups<Item> groups(List<Item> items) {
        Iterator<Item> iterator = items.iterator();
        return new Groups<>(iterator, item -> SeriesKey.of(item.symbol()));
    }

    private static List<Item> items(Random random) {
        List<Item> items = new ArrayList<>();
        for (String symbol : SYMBOLS) {
            int count = Math.max(0, random.nextInt(5) - 2);
            for (int number = 0; number < count; number++) {
                items.add(new Item(symbol, number));
            }
        }
        return items;
    }
}
