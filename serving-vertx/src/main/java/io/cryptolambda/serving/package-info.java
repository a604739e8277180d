/**
 * The serving layer: one HTTP server that merges the batch and speed views at the time of asking and shows them.
 *
 * <p>It promises never to answer with less or other than both layers hold: where the store is away or only half answers,
 * the answer is an error. This package wires; {@code view} reads and merges, {@code api} speaks HTTP. Nothing imports
 * it; other programs use its HTTP interface.
 */
package io.cryptolambda.serving;
