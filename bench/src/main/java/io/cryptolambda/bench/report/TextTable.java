package io.cryptolambda.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** A table of plain text that is Markdown as well; the first column is flush left, numbers are flush right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /** Begins with the heading. */
    public TextTable(String... heading) {
        this.columns = heading.length;
        rows.add(List.of(heading));
    }

    /** @throws IllegalArgumentException if there are not as many cells as the heading has */
    public TextTable add(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells, not " + columns);
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            text.append(line(rows.get(row))).append('\n');
            if (row == 0) {
                text.append(rule()).append('\n');
            }
        }
        return text.toString();
    }

    private String line(List<String> cells) {
        StringJoiner line = new StringJoiner(" | ", "| ", " |");
        for (int column = 0; column < columns; column++) {
            String cell = cells.get(column);
            String space = " ".repeat(width(column) - cell.length());
            line.add(column == 0 ? cell + space : space + cell);
        }
        return line.toString();
    }

    private String rule() {
        StringJoiner line = new StringJoiner("|", "|", "|");
        for (int column = 0; column < columns; column++) {
            String dashes = "-".repeat(width(column));
            line.add(column == 0 ? ":" + dashes + "-" : "-" + dashes + ":");
        }
        return line.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
