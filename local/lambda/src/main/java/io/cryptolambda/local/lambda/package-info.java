/**
 * The {@code ./lambda} command: the one-machine stack from a terminal. Here is only the main; the commands are in {@code
 * command}, what they start is in {@code stack}. It shares with the programs it starts nothing but their options, topics
 * and HTTP interfaces.
 */
package io.cryptolambda.local.lambda;
