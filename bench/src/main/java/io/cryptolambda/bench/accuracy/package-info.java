/**
 * How exact the math is: every feature and indicator beside the plain definitions and beside TA-Lib, over real candles.
 *
 * <p>The plain definitions must be met to the bit, TA-Lib within its own rounding; the command fails where they are not.
 * Nothing here measures time.
 */
package io.cryptolambda.bench.accuracy;
