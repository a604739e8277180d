package io.cryptolambda.e2e.fault;

import io.cryptolambda.e2e.fault.Relay.Condition;
import java.time.Duration;

/** Links between the parts that go bad for a while. */
final class LinkFaults {
    private LinkFaults() {}

    /** One link, such as {@code flink-kafka}. */
    static Fault link(String link, String kind, Condition condition, Duration least, Duration most) {
        return new Fault(kind + "-" + link, (world, random) -> {
            Duration time = ProcessFaults.between(random, least, most);
            world.say("  for " + time.toSeconds() + " s");
            world.relays().be(link, condition);
            try {
                World.last(time);
            } finally {
                world.relays().be(link, Condition.WELL);
            }
        });
    }

    /** A server that nobody reaches. */
    static Fault unreachable(String server, Duration least, Duration most) {
        return new Fault("unreachable-" + server, (world, random) -> {
            Duration time = ProcessFaults.between(random, least, most);
            world.say("  for " + time.toSeconds() + " s");
            world.relays().allTo(server, Condition.CUT);
            try {
                World.last(time);
            } finally {
                world.relays().allTo(server, Condition.WELL);
            }
        });
    }
}
