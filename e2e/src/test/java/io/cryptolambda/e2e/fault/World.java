package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cryptolambda.e2e.Api;
import io.cryptolambda.e2e.Command;
import io.cryptolambda.e2e.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** What faults have to work with, and what they found out on the way. */
final class World {
    /** What the market of a run trades. */
    static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final Relays relays;
    private final int speed;
    private final Consumer<String> events;
    private final AtomicInteger claims = new AtomicInteger();
    private final List<String> lies = new CopyOnWriteArrayList<>();

    /**
     * @param speed of the market, times real time
     * @param events told what happens, a line each
     */
    World(Stack stack, Relays relays, int speed, Consumer<String> events) {
        this.stack = stack;
        this.relays = relays;
        this.speed = speed;
        this.events = events;
    }

    Stack stack() {
        return stack;
    }

    Relays relays() {
        return relays;
    }

    /** The simulator, asked directly. */
    Api exchange() {
        return new Api(stack.ports().exchangeUrl());
    }

    /** Of the market, times real time. */
    int speed() {
        return speed;
    }

    void say(String line) {
        events.accept(line);
    }

    /** A process of the stack as it is now; empty where the supervisor is about to start it again. */
    Optional<ProcessHandle> process(String name) {
        return StreamSupport.stream(stack.supervised().spliterator(), false)
                .filter(process -> process.path("name").asText().equals(name))
                .map(process -> process.path("identity").path("pid").asLong())
                .findFirst()
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(stack.data().toString()))
                .filter(ProcessHandle::isAlive);
    }

    static void signal(ProcessHandle process, String signal) {
        Command.run(List.of("kill", "-" + signal, Long.toString(process.pid())));
    }

    /** Lets time pass: how long a fault lasts is part of the fault. */
    static void last(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The stack must not call itself ready now, nor this process healthy. */
    void mustNotCallHealthy(String name) {
        lies.addAll(HealthClaims.lies(stack.status(), name));
        claims.incrementAndGet();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** How often it was asked while something stood still. */
    int claims() {
        return claims.get();
    }

    /** What was said of the system's health that was not so. */
    List<String> lies() {
        return List.copyOf(lies);
    }
}
