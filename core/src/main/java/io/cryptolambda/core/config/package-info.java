/**
 * The one configuration mechanism of every program: picocli options, each of which is an environment variable too.
 *
 * <p>Only the programs' mains and commands use this package; nothing below them reads configuration.
 */
package io.cryptolambda.core.config;
