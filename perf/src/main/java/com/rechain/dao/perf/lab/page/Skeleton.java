package com.rechain.dao.perf.lab.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What every page has: head, style, nothing from anywhere else. */
final class Skeleton {
    private Skeleton() {}

    static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1">
        <meta name=color-scheme content="light dark"><title>%s</title><style>
        %s</style></head><body><main>
        %s</main></body></html>
        """
                .formatted(Html.text(title), style(), body);
    }

    private static String style() {
        try (InputStream in = Skeleton.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is not built in");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
