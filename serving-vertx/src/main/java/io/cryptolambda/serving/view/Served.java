package io.cryptolambda.serving.view;

import io.cryptolambda.core.Layer;

/**
 * The document that is served for an open time.
 *
 * @param document the document
 * @param layer the layer it is of
 * @param provisional whether it is a speed document for want of anything better (DESIGN section 4)
 */
public record Served(Document document, Layer layer, boolean provisional) {}
