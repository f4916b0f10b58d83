package com.rechain.dao.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.constructs.Construct;

/** The little code that runs at the edge, before the cache is asked. */
final class EdgeFunctions {
    private final Function pagePath;
    private final Function imageFormat;

    EdgeFunctions(Construct scope) {
        pagePath = function(scope, "PagePath", "page-path");
        imageFormat = function(scope, "ImageFormat", "image-format");
    }

    /** Leads every page of the web app to its one document. */
    Function pagePath() {
        return pagePath;
    }

    /** Leads to the best format of an image that the viewer takes. */
    Function imageFormat() {
        return imageFormat;
    }

    /** The code of the function {@code name}. */
    static String code(String name) {
        String resource = "/functions/" + name + ".js";
        try (InputStream code = EdgeFunctions.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(code, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Function function(Construct scope, String id, String name) {
        return Function.Builder.create(scope, id)
                .functionName(Aws.STACK_NAME + "-" + name)
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline(code(name)))
                .build();
    }
}
