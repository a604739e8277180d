/**
 * What operators see of a program without a web server of its own: health, metrics and status over HTTP on loopback.
 *
 * <p>Used by the mains of ingest and the Streams app. It knows no metrics library: what is scraped is passed in as text.
 */
package io.cryptolambda.core.operations;
