package io.cryptolambda.batch.columnar;

import io.cryptolambda.batch.view.LogPosition;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.apache.parquet.io.InputFile;

/**
 * The winning minutes of one symbol, a row group at a time: the same fold as {@link
 * io.cryptolambda.batch.view.WinnerFold}, in place. Holds one row group, whatever the length of the history.
 */
public final class WinnerStream implements Closeable {
    private final Iterator<InputFile> files;
    private final MinuteColumns minutes = new MinuteColumns(1);
    private final FirstSeen firstSeen = new FirstSeen();
    private MinuteFile file;
    private String symbol;
    private int from;
    private int to;
    private boolean heldBack;
    private long records;
    private long revisions;

    /** @param files time-sorted files of one symbol, oldest first */
    public WinnerStream(Iterator<InputFile> files) {
        this.files = files;
    }

    /**
     * Goes on to the next minutes, which are rows {@code from()} to {@code to()} of {@link #minutes}; false at the end.
     *
     * @throws UnsortedMinutes if the files are not as expected
     */
    boolean next() throws IOException {
        if (heldBack) {
            minutes.copy(0, minutes, to);
            firstSeen.moveToFront(to);
        } else {
            firstSeen.clear();
        }
        int first = heldBack ? 0 : 1;
        if (!readGroup()) {
            from = 0;
            to = heldBack ? 1 : 0;
            boolean any = heldBack;
            heldBack = false;
            return any;
        }
        records += minutes.size - 1;
        from = first;
        // The last minute may go on in the next row group.
        to = fold(first, minutes.size) - 1;
        heldBack = true;
        return true;
    }

    /** The symbol; null before anything was read. */
    public String symbol() {
        return symbol;
    }

    /** Number of records read so far. */
    public long records() {
        return records;
    }

    /** How many of them changed a minute that was told of before. */
    public long revisions() {
        return revisions;
    }

    MinuteColumns minutes() {
        return minutes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Where the first record of the minute in a row stands in the log. */
    LogPosition firstSeen(int row) {
        return firstSeen.of(row, minutes);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private boolean readGroup() throws IOException {
        while (file == null || !file.next(minutes, 1)) {
            close();
            if (!files.hasNext()) {
                return false;
            }
            file = new MinuteFile(files.next());
            if (symbol != null && !symbol.equals(file.symbol())) {
                throw new UnsortedMinutes("a file of " + file.symbol() + " is among those of " + symbol);
            }
            symbol = file.symbol();
        }
        return true;
    }

    /** Moves the winner of each minute to the front, and returns the row after the last. */
    private int fold(int first, int size) {
        long[] openTime = minutes.openTime;
        int winner = first;
        for (int row = first + 1; row < size; row++) {
            if (openTime[row] > openTime[winner]) {
                winner++;
                if (winner != row) {
                    minutes.copy(winner, minutes, row);
                }
            } else {
                foldInto(winner, row);
            }
        }
        return winner + 1;
    }

    private void foldInto(int winner, int row) {
        boolean sameMinute = minutes.openTime[row] == minutes.openTime[winner];
        // What row - 1 held is still there: only rows up to the winner's are overwritten.
        if (!sameMinute || !minutes.isLater(row, row - 1)) {
            throw new UnsortedMinutes("minute " + minutes.openTime[row] + " of " + symbol + " is out of order");
        }
        if (!minutes.sameValues(row, minutes, winner)) {
            firstSeen.keep(winner, minutes);
            minutes.copy(winner, minutes, row);
            revisions++;
        }
    }
}
