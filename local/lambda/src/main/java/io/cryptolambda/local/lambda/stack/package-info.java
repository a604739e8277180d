/**
 * The one-machine stack: which servers and programs there are, how each is configured, in which order they start, and what
 * is kept on disk about them. {@link io.cryptolambda.local.lambda.stack.LocalStack} is the page to read first; its list
 * is the picture of the system. Only the commands use this package.
 */
package io.cryptolambda.local.lambda.stack;
