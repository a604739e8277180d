/**
 * How Java programs of ours are started by others of ours: for those that start often and end soon.
 *
 * <p>Used by the launcher and by tests that start programs as it does.
 */
package io.cryptolambda.core.jvm;
