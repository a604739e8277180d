package io.cryptolambda.local.lambda.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The small JSON files of a data directory. A reader sees the old content or the new one, never half of it. */
public final class StateFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final DataDirectory data;

    public StateFiles(DataDirectory data) {
        this.data = data;
    }

    /** What the supervisor wrote last, whether it still runs or not. */
    public Optional<StackState> state() throws IOException {
        return read("state.json", StackState.class);
    }

    /** The state of a supervisor that runs now. */
    public Optional<StackState> runningState() throws IOException {
        return state().filter(StackState::running);
    }

    public void write(StackState state) throws IOException {
        write("state.json", state);
    }

    /** The market that the data came from; empty before the first start. */
    public Optional<Market> market() throws IOException {
        return read("market.json", Market.class);
    }

    public void write(Market market) throws IOException {
        write("market.json", market);
    }

    /** How many instances are wanted. */
    public Scale scale() throws IOException {
        return read("scale.json", Scale.class).orElse(Scale.DEFAULT);
    }

    public void write(Scale scale) throws IOException {
        write("scale.json", scale);
    }

    /** Which raw topic it is. */
    public Generation generation() throws IOException {
        return read("generation.json", Generation.class).orElse(Generation.FIRST);
    }

    public void write(Generation generation) throws IOException {
        write("generation.json", generation);
    }

    private <T> Optional<T> read(String name, Class<T> type) throws IOException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(data.resolve(name)), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private synchronized void write(String name, Object value) throws IOException {
        Path next = data.resolve(name + ".next");
        Files.write(next, MAPPER.writeValueAsBytes(value));
        Files.move(next, data.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
