package io.cryptolambda.serving.tail;

/**
 * A document that was taken into the tail.
 *
 * @param sequence its place among all of this process, from 1 on without a gap
 * @param document the document
 */
public record TailEvent(long sequence, TailDocument document) {}
