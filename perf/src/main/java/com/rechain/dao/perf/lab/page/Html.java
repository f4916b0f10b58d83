package com.rechain.dao.perf.lab.page;

import java.util.Locale;

/** Text and numbers as they stand in a page. */
final class Html {
    private Html() {}

    /** Text that means nothing but itself. */
    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** With as many digits as one reads. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 10_000) {
            return String.format(Locale.ROOT, "%.0fk", value / 1_000);
        }
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A unit behind a number. */
    static String unit(String unit) {
        return unit.isEmpty() || unit.equals("%") || unit.startsWith("/") ? unit : " " + unit;
    }
}
