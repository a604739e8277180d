package io.cryptolambda.serving.quality;

/**
 * How far a stage has come.
 *
 * @param name of the stage
 * @param topic that it writes
 * @param behind positions of its input that it has not committed; null if it reads none of our topics, or has never
 *     committed
 * @param newest when the broker took the newest record it wrote, epoch milliseconds UTC; null if there is none
 */
public record Stage(String name, String topic, Long behind, Long newest) {}
