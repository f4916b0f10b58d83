package com.rechain.dao.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.cxapi.CloudAssembly;

/**
 * Writes the templates, the same bytes on every machine. The one part that needs Node on the path.
 */
public final class Synthesis {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Synthesis() {}

    /** Writes them into the folder that is the only argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, String> template : templates().entrySet()) {
            Files.writeString(folder.resolve(template.getKey()), template.getValue());
        }
    }

    /** The content of each template by its file name. */
    public static Map<String, String> templates() throws IOException {
        App app = App.Builder.create().analyticsReporting(false).build();
        Tags.of(app).add("application", "rechain-dao");
        new EdgeStack(app, "edge", props("CloudFront, firewall and buckets of REChain DAO"));
        new OriginStack(app, "origin", props("Load balancer of REChain DAO behind CloudFront"));
        CloudAssembly assembly = app.synth();
        Map<String, String> templates = new TreeMap<>();
        for (String stack : new String[] {"edge", "origin"}) {
            Object template = assembly.getStackByName(stack).getTemplate();
            templates.put(stack + ".template.json", JSON.writeValueAsString(template) + "\n");
        }
        return templates;
    }

    private static StackProps props(String description) {
        // No bootstrap rule: the templates have no assets, so they can be deployed by any means.
        return StackProps.builder()
                .description(description)
                .synthesizer(
                        DefaultStackSynthesizer.Builder.create()
                                .generateBootstrapVersionRule(false)
                                .build())
                .build();
    }
}
