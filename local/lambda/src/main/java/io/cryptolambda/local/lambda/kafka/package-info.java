/** What several commands ask the broker. */
package io.cryptolambda.local.lambda.kafka;
