package com.rechain.dao.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.rechain.dao.gateway.edge.Page;
import com.rechain.dao.gateway.route.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The description of the suite's API, as JSON, as YAML and as a page for people; all read once. */
public final class DocumentPages {
    private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/";
    private static final String SWAGGER_VERSION =
            "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String TITLE = "REChain DAO";
    private static final String API_VERSION = "v1";

    private DocumentPages() {}

    /** The pages by their paths. */
    public static Map<String, Page> all() {
        Map<String, Page> pages = new LinkedHashMap<>();
        try {
            JsonNode suite = suite();
            pages.put("/openapi.json", FixedPage.data("application/json", json(suite)));
            pages.put("/openapi.yaml", FixedPage.data("application/yaml", yaml(suite)));
            addSwagger(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the documents packed into this build are unreadable", e);
        }
        return pages;
    }

    private static void addSwagger(Map<String, Page> pages) throws IOException {
        byte[] index = required("docs/index.html");
        pages.put("/docs", FixedPage.document("text/html; charset=utf-8", index));
        pages.put(
                "/docs/start.js",
                FixedPage.document("text/javascript; charset=utf-8", required("docs/start.js")));
        String folder = SWAGGER + swaggerVersion() + "/";
        pages.put(
                "/docs/swagger-ui.css",
                FixedPage.document("text/css; charset=utf-8", required(folder + "swagger-ui.css")));
        pages.put(
                "/docs/swagger-ui-bundle.js",
                FixedPage.document(
                        "text/javascript; charset=utf-8",
                        required(folder + "swagger-ui-bundle.js")));
    }

    private static JsonNode suite() throws IOException {
        SuiteDescription suite = new SuiteDescription(TITLE, API_VERSION);
        YAMLMapper yaml = new YAMLMapper();
        for (Service service : Service.values()) {
            byte[] description = find("contracts/openapi/" + service.label() + ".yaml");
            if (description != null) {
                suite.add(service.label(), yaml.readTree(description));
            }
        }
        return suite.document();
    }

    private static byte[] json(JsonNode suite) throws IOException {
        return new ObjectMapper().writeValueAsBytes(suite);
    }

    private static byte[] yaml(JsonNode suite) throws IOException {
        return new YAMLMapper().writeValueAsString(suite).getBytes(StandardCharsets.UTF_8);
    }

    private static String swaggerVersion() throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(required(SWAGGER_VERSION)));
        return properties.getProperty("version");
    }

    private static byte[] required(String resource) throws IOException {
        byte[] content = find(resource);
        if (content == null) {
            throw new IOException("not packed: " + resource);
        }
        return content;
    }

    private static byte @Nullable [] find(String resource) throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream content = loader.getResourceAsStream(resource)) {
            return content == null ? null : content.readAllBytes();
        }
    }
}
