package io.shiporskip.benchmarks.figures;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Rows of text in columns as wide as they need to be: the first to the left, the others to the right. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    /** @throws IllegalArgumentException when it has not a cell for each head */
    public void row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(Arrays.toString(cells) + " does not fit " + rows.getFirst());
        }
        rows.add(List.of(cells));
    }

    public void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String format = column == 0 ? "%-" + width(column) + "s" : "  %" + width(column) + "s";
                line.append(String.format(Locale.ROOT, format, row.get(column)));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }

    /** A rate or a count. */
    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    public static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }

    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The lowest and the highest of some ratios: how far the machine's noise reaches. */
    public static String range(List<Double> ratios) {
        return ratio(Collections.min(ratios)) + " .. " + ratio(Collections.max(ratios));
    }
}
