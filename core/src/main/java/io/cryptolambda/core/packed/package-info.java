/**
 * Exact binary forms of core's records, a fifth as long as their JSON and ten times as fast: for state and for records on
 * their way between operators, both of which a program reads again by itself.
 *
 * <p>Nothing here goes into a topic or a document that others read. A form carries no version: who keeps it puts one in
 * front.
 */
package io.cryptolambda.core.packed;
