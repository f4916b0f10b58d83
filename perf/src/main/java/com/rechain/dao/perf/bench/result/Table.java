package com.rechain.dao.perf.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text in aligned columns, in Markdown so that they can be pasted anywhere. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... head) {
        rows.add(List.of(head));
    }

    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(
                    cell instanceof Double number
                            ? String.format(Locale.ROOT, "%.1f", number)
                            : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            appendRow(text, rows.get(r), widths);
            if (r == 0) {
                appendRule(text, widths);
            }
        }
        return text.toString();
    }

    private static void appendRow(StringBuilder text, List<String> row, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ").append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 1);
        }
        text.append("|\n");
    }

    private static void appendRule(StringBuilder text, int[] widths) {
        for (int width : widths) {
            text.append('|').repeat('-', width + 2);
        }
        text.append("|\n");
    }
}
