package io.cryptolambda.batch.columnar;

/** A file is not one symbol's valid minutes in order of (open time, position): it needs the path that sorts. */
public final class UnsortedMinutes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsortedMinutes(String message) {
        super(message);
    }
}
