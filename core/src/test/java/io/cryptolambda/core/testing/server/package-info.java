/**
 * Real servers for tests: Kafka and S3 as processes of their own, started as the one-machine stack starts them.
 *
 * <p>A module that uses one of them names that server's module ({@code local-kafka}, {@code local-s3}) as a test
 * dependency of type {@code pom} without its dependencies, so that the build writes the class path first. Servers listen on
 * free ports of loopback and keep everything in the folder they are given.
 */
package io.cryptolambda.core.testing.server;
