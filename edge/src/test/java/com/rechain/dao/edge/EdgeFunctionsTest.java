package com.rechain.dao.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

class EdgeFunctionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/avif,image/webp,image/apng,*/*;q=0.8       | avif",
                "IMAGE/AVIF                                       | avif",
                "image/webp,*/*                                   | webp",
                "image/png,image/*;q=0.8                          | jpeg",
                "*/*                                              | jpeg",
                "image/avif;q=0,image/webp                        | webp",
                "image/avif; q=0.0, image/webp;q=0                | jpeg",
                "image/avif;q=0.5                                 | avif",
            })
    void anImageComesInTheBestFormatTheViewerTakes(String accept, String format) {
        assertThat(uri("image-format", "/images/1/640", "{accept: {value: '" + accept + "'}}"))
                .isEqualTo("/images/1/640." + format);
    }

    @Test
    void whoeverSaysNothingGetsAJpeg() {
        assertThat(uri("image-format", "/images/1/640", "{}")).isEqualTo("/images/1/640.jpeg");
    }

    @Test
    void anImageThatNamesItsFormatIsTaken() {
        assertThat(uri("image-format", "/images/1.2/640.webp", "{accept: {value: 'image/avif'}}"))
                .isEqualTo("/images/1.2/640.webp");
        assertThat(uri("image-format", "/images/1.2/640", "{}")).isEqualTo("/images/1.2/640.jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "/,/index.html",
        "/proposals/1,/index.html",
        "/spaces/v1.2/members,/index.html",
        "/index.html,/index.html",
        "/favicon.ico,/favicon.ico",
        "/service-worker.js,/service-worker.js"
    })
    void everyPageOfTheWebAppIsItsOneDocument(String asked, String served) {
        assertThat(uri("page-path", asked, "{}")).isEqualTo(served);
    }

    @Test
    void theyAreSmallEnoughForTheEdge() {
        assertThat(EdgeFunctions.code("image-format").length()).isLessThan(10_240);
        assertThat(EdgeFunctions.code("page-path").length()).isLessThan(10_240);
    }

    private static Object uri(String function, String uri, String headers) {
        String event =
                String.format(Locale.ROOT, "{request: {uri: '%s', headers: %s}}", uri, headers);
        Context context = Context.enter();
        try {
            context.setLanguageVersion(Context.VERSION_ES6);
            Scriptable scope = context.initSafeStandardObjects();
            context.evaluateString(scope, EdgeFunctions.code(function), function, 1, null);
            return context.evaluateString(scope, "handler(" + event + ").uri", "call", 1, null);
        } finally {
            Context.exit();
        }
    }
}
