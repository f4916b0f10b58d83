package com.rechain.dao.tally.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Property
    void agreesWithTheReferenceLibrary(@ForAll("objects") JsonNode json) throws IOException {
        assertThat(CanonicalJson.text(json))
                .isEqualTo(new JsonCanonicalizer(json.toString()).getEncodedString());
    }

    @Property
    void isItsOwnCanonicalForm(@ForAll("objects") JsonNode json) {
        String canonical = CanonicalJson.text(json);

        assertThat(CanonicalJson.text(StrictJson.parse(canonical).orElseThrow()))
                .isEqualTo(canonical);
    }

    @Test
    void aLoneSurrogateHasNoCanonicalForm() {
        assertThatThrownBy(() -> CanonicalJson.text(TextNode.valueOf("\ud800")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return values(3).map(value -> JsonNodeFactory.instance.objectNode().set("root", value));
    }

    private static Arbitrary<JsonNode> values(int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Arbitrary<String> text =
                Arbitraries.strings().all().ofMaxLength(8).filter(UnicodeText::isWellFormed);
        Arbitrary<JsonNode> scalars =
                Arbitraries.oneOf(
                        text.map(json::textNode),
                        Arbitraries.integers().map(json::numberNode),
                        Arbitraries.longs().map(json::numberNode),
                        Arbitraries.doubles().map(json::numberNode),
                        Arbitraries.of(true, false).map(json::booleanNode));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<JsonNode> children = values(depth - 1);
        return Arbitraries.oneOf(
                scalars,
                children.list().ofMaxSize(3).map(items -> json.arrayNode().addAll(items)),
                Combinators.combine(text, text, children)
                        .as((a, b, child) -> object(Map.of(a, child, b + "x", json.nullNode()))));
    }

    private static ObjectNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::set);
        return object;
    }
}
