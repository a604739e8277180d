/**
 * What the tests of several packages need: real servers as child processes, and logs to archive. Nothing here knows the
 * jobs.
 */
package io.cryptolambda.batch.testing;
