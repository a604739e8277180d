/**
 * Child processes: what one is ({@link io.cryptolambda.local.lambda.process.ProcessSpec}), starting it, seeing that it is
 * healthy, starting it again when it dies, and finding those that a killed supervisor left behind.
 *
 * <p>Every child carries the data directory in its command line, so that it can be recognised without trusting a recorded
 * pid. Nothing here knows which servers there are; only the packages of the {@code lambda} command use it.
 */
package io.cryptolambda.local.lambda.process;
