/**
 * The merged view: what both layers hold, read from Elasticsearch and put together by the merge rule.
 *
 * <p>Comparing the run's metadata before and after reading both layers makes every answer belong to one run. Anything that
 * Elasticsearch does not answer in full is a {@link
 * io.cryptolambda.serving.view.ViewUnavailableException}, never a shorter answer. Knows nothing of HTTP requests; only
 * {@code api} uses it.
 */
package io.cryptolambda.serving.view;
