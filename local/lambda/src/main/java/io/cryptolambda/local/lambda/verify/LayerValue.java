package io.cryptolambda.local.lambda.verify;

/**
 * What one layer holds where something is different.
 *
 * @param value the field's value; for a whole document whether it is there; null where the layer has no document
 * @param asOf the document's as_of; null where there is none
 */
record LayerValue(String value, Long asOf) {}
