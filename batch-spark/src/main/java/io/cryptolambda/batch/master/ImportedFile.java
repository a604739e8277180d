package io.cryptolambda.batch.master;

import java.io.Serializable;

/**
 * An archive file that was imported. The same name with another SHA-256 is a file that was issued again: both stay.
 *
 * @param name its name
 * @param sha256 of the zip, in hexadecimal
 * @param sequence its place in the order of imports
 * @param toMaster number of rows that went into the master dataset
 * @param toLog number of rows that went to the log
 * @param rejected number of rows that break the contract
 */
public record ImportedFile(String name, String sha256, long sequence, long toMaster, long toLog, long rejected)
        implements Serializable {

    /** Number of rows that keep the contract. */
    public long rows() {
        return toMaster + toLog;
    }
}
