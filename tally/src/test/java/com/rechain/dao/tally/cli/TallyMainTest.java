package com.rechain.dao.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.rechain.dao.tally.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyMainTest {

    private static final Path FORMATS = Path.of("..", "docs", "formats");
    private static final String RUNOFF =
            """
            {"choices":["Slate","Copper","Reed"],
             "rules":{"system":"ranked-choice"},
             "eligible":{"weight":"1000","voters":"60"},
             "ballots":[{"choice":[1,3],"weight":"120","count":2},{"choice":[3],"weight":"90"},
                        {"choice":[2,3],"weight":"200"},{"choice":[2,2]}]}
            """;

    @TempDir Path folder;

    @Test
    void theResultIsOneCanonicalLine() throws IOException {
        Path file = Files.writeString(folder.resolve("vote.json"), RUNOFF);

        Ran ran = run(file.toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode result = StrictJson.parse(ran.out()).orElseThrow();
        assertThat(result.path("outcome").asText()).isEqualTo("SUCCEEDED");
        assertThat(result.at("/winners/0").asInt()).isEqualTo(1);
        assertThat(result.at("/cast/ballots").asText()).isEqualTo("4");
        assertThat(result.at("/cast/weight").asText()).isEqualTo("530");
        assertThat(result.at("/rounds")).hasSize(2);
        assertThat(result.at("/rounds/0/eliminated/0").asInt()).isEqualTo(3);
        assertThat(result.at("/rounds/1/inactive/exhausted").asText()).isEqualTo("90");
        assertThat(result.path("rejected")).hasSize(1);
        assertThat(result.at("/rejected/0/ballot").asText()).isEqualTo("3");
        assertThat(result.at("/rejected/0/rule").asText()).isEqualTo("duplicate-option");
    }

    @Test
    void theExampleOfTheFormatIsRightAndKeepsItsSchema() throws Exception {
        String page = Files.readString(FORMATS.resolve("vote-file.md"));
        String example = page.substring(page.indexOf("```json\n") + 8, page.indexOf("\n```\n"));

        assertThat(schema().validate(example, InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(RUNOFF, InputFormat.JSON)).isEmpty();
        assertThat(TallyMain.resultOf(example)).contains("\"outcome\":\"SUCCEEDED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"superQuorum\"", "\"early\""})
    void theExamplesOfAnEarlyEndAreRules(String field) throws Exception {
        String rules =
                Files.readAllLines(FORMATS.resolve("vote-file.md")).stream()
                        .filter(line -> line.startsWith("{\"system\"") && line.contains(field))
                        .findFirst()
                        .orElseThrow();
        String vote =
                """
                {"choices":["For","Against","Abstain"],"rules":%s,
                 "eligible":{"weight":"100","voters":"9"},"ballots":[{"choice":1,"weight":"70"}]}
                """
                        .formatted(rules);

        assertThat(schema().validate(vote, InputFormat.JSON)).isEmpty();
        assertThat(TallyMain.resultOf(vote)).contains("\"outcome\":\"SUCCEEDED\"");
    }

    @Test
    void aPresetCanBeTaken() throws Exception {
        String vote =
                """
                {"choices":["For","Against","Abstain"],"rules":{"system":"basic","preset":"realms"},
                 "eligible":{"weight":"100","voters":"9"},"ballots":[{"choice":1,"weight":"59"}]}
                """;

        assertThat(schema().validate(vote, InputFormat.JSON)).isEmpty();
        assertThat(TallyMain.resultOf(vote))
                .contains("\"minimumApproval\":{\"base\":\"FOR\"")
                .contains("\"outcome\":\"DEFEATED\"");
    }

    @Test
    void theOrderOfBallotsMakesNoDifference() throws Exception {
        String there = "{\"choice\":[1,3],\"weight\":\"120\",\"count\":2},";
        String back =
                RUNOFF.replace(there, "")
                        .replace("{\"choice\":[2,2]}", there + "{\"choice\":[2,2]}");

        assertThat(TallyMain.resultOf(back).replace("\"ballot\":\"3\"", ""))
                .isEqualTo(TallyMain.resultOf(RUNOFF).replace("\"ballot\":\"3\"", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "system":"ranked-choice"    | "system":"best"                | rules.system: One of [
                    "system":"ranked-choice"    | "system":"basic","more":1      | rules.more: This field is not known.
                    "system":"ranked-choice"    | "system":"ranked-choice","method":{"stop":"NOW"} | rules.method.stop: One of [
                    "choices":["Slate","Copper","Reed"] | "choices":["Slate"]    | choices: 2 to 500 options are expected.
                    "choices":["Slate","Copper","Reed"] | "choices":["Slate",7]  | choices[1]: A label
                    "choices":["Slate","Copper","Reed"], | "ballots":[],         | ballots: They are counted as they are read, so choices comes first.
                    "voters":"60"               | "voters":60                    | eligible.voters: A string
                    "weight":"1000",            | "extra":0,                     | eligible.extra: This field is not known.
                    "weight":"90"               | "weight":"0"                   | ballots[1].weight: A whole number above zero
                    "weight":"90"               | "weight":90                    | ballots[1].weight: A whole number above zero
                    "count":2                   | "count":0                      | ballots[0].count: A whole number above zero
                    "count":2                   | "times":2                      | ballots[0].times: This field is not known.
                    {"choice":[2,2]}            | {"weight":"1"}                 | ballots[3].choice: This field is required.
                    {"choice":[2,2]}            | 7                              | ballots[3]: An object is expected.
                    {"choice":[2,2]}]}          | {"choice":[2,2]}]              | The text is not valid JSON
                    {"choice":[2,2]}]}          | {"choice":[2,2]}]} 1           | The file: nothing may follow
                    "eligible":                 | "rules":{},"eligible":         | A name stands twice in one object
                    """)
    void aBadFileIsNamedInOneSentence(String original, String broken, String sentence)
            throws IOException {
        assertThat(RUNOFF).contains(original);
        Path file =
                Files.writeString(folder.resolve("vote.json"), RUNOFF.replace(original, broken));

        Ran ran = run(file.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(sentence).endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void aFileThatIsNotThereAndAMissingArgumentAreNamedToo() {
        assertThat(run(folder.resolve("none.json").toString()).err())
                .startsWith("There is no file");
        assertThat(run(folder.toString()).status()).isEqualTo(2);
        assertThat(run().err()).startsWith("usage: ");
    }

    @Test
    void ballotsAreRequired() {
        assertThatThrownBy(() -> TallyMain.resultOf("{\"choices\":[\"A\",\"B\"]}"))
                .isInstanceOf(BadFile.class)
                .hasMessage("ballots: This field is required.");
    }

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                TallyMain.run(
                        arguments,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static JsonSchema schema() throws IOException {
        String text = Files.readString(FORMATS.resolve("vote-file.schema.json"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text, InputFormat.JSON);
    }
}
