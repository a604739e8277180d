package io.cryptolambda.batch.seeds;

import java.io.Serializable;

/**
 * A record of {@code crypto_bars}.
 *
 * @param key its key
 * @param value its value
 */
public record Seed(String key, byte[] value) implements Serializable {}
