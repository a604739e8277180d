package io.cryptolambda.serving.quality;

import java.util.function.BooleanSupplier;

/**
 * Everything about the data's quality that all event loops share.
 *
 * @param gaps the exchange's gaps
 * @param gapsAreLive whether all of the ledger is in it
 * @param letters dead letters
 * @param lettersAreLive whether all of the stretch that is counted is in it
 * @param stages how far each stage has come
 */
public record DataQuality(
        GapLedger gaps,
        BooleanSupplier gapsAreLive,
        DeadLetterBoard letters,
        BooleanSupplier lettersAreLive,
        StageReader stages) {}
