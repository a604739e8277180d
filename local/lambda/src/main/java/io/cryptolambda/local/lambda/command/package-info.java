/**
 * The subcommands of {@code ./lambda}: options in, one call, an exit code out. {@code up} is the supervisor and stays for
 * as long as the stack runs; the others find it by the state it keeps in the data directory.
 */
package io.cryptolambda.local.lambda.command;
