package com.rechain.dao.perf.lab.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.rechain.dao.perf.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All cells of the load lab with the bands they are judged by. */
public final class Scenarios {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private final ScenarioFile file;

    private Scenarios(ScenarioFile file) {
        this.file = file;
    }

    /**
     * The scenarios of a file, which {@code scenarios.schema.json} beside it describes.
     *
     * @throws UsageException naming what is wrong first, in one sentence
     */
    public static Scenarios read(Path yaml) {
        JsonNode tree = tree(yaml);
        firstFault(tree, yaml.resolveSibling("scenarios.schema.json"))
                .ifPresent(fault -> refuse(yaml, fault));
        try {
            Scenarios scenarios = new Scenarios(JSON.treeToValue(tree, ScenarioFile.class));
            scenarios.firstContradiction().ifPresent(fault -> refuse(yaml, fault));
            return scenarios;
        } catch (JsonProcessingException e) {
            throw new UsageException(sentence(yaml, e.getOriginalMessage()));
        }
    }

    public Cell cell(TestType type, Scenario scenario, Scale scale) {
        ScenarioFile.Entry entry = at(at(file.cells(), scenario), type);
        int rate = at(entry.rate(), scale);
        List<Phase> phases =
                at(at(file.shapes(), type), scale).stream()
                        .map(multiple -> multiple.of(rate))
                        .toList();
        return new Cell(type, scenario, scale, phases, at(entry.data(), scale), entry.goals());
    }

    /** Whether times and resources decide over a run at this scale. */
    public boolean judged(Scale scale) {
        return at(file.scales(), scale).judged();
    }

    public Bands bands() {
        return file.bands();
    }

    public Reading reading() {
        return file.reading();
    }

    /** What the schema cannot say. */
    private Optional<String> firstContradiction() {
        for (TestType type : TestType.values()) {
            for (Scale scale : Scale.values()) {
                for (Scenario scenario : Scenario.values()) {
                    Optional<String> fault = contradiction(cell(type, scenario, scale));
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> contradiction(Cell cell) {
        String where = "%s at %s".formatted(cell.name(), cell.scale().text());
        for (int i = 1; i < cell.phases().size(); i++) {
            if (cell.phases().get(i).from() != cell.phases().get(i - 1).to()) {
                return Optional.of(
                        "phase %d of %s does not begin at the rate where the one before ends"
                                .formatted(i + 1, where));
            }
        }
        if (cell.scenario() == Scenario.VOTING && cell.data().pairs() < cell.intended()) {
            return Optional.of(
                    "%s casts %.0f votes, and %d voters on %d proposals can cast only %d"
                            .formatted(
                                    where,
                                    cell.intended(),
                                    cell.data().voters(),
                                    cell.data().proposals(),
                                    cell.data().pairs()));
        }
        return Optional.empty();
    }

    private static JsonNode tree(Path yaml) {
        try {
            return YAML.readTree(Files.readString(yaml));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UsageException(sentence(yaml, "line %d is not YAML".formatted(line)));
        } catch (IOException _) {
            throw new UsageException("%s is not there or cannot be read.".formatted(yaml));
        }
    }

    private static Optional<String> firstFault(JsonNode tree, Path schema) {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Files.readString(schema))
                    .validate(tree)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .findFirst();
        } catch (IOException _) {
            throw new UsageException("%s is not there or cannot be read.".formatted(schema));
        }
    }

    private static void refuse(Path yaml, String fault) {
        throw new UsageException(sentence(yaml, fault));
    }

    private static String sentence(Path yaml, String fault) {
        return "%s is malformed: %s.".formatted(yaml.getFileName(), fault);
    }

    private static <K, V> V at(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the schema let %s be missing".formatted(key));
        }
        return value;
    }
}
