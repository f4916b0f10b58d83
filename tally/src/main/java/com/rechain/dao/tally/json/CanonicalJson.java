package com.rechain.dao.tally.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes JSON in the one form of RFC 8785: names sorted by UTF-16 code units, no spaces, the
 * shortest escapes, numbers as ECMAScript prints them. Number formatting is the reference
 * library's; a property test holds the rest against it.
 */
public final class CanonicalJson {

    private static final String[] SHORT_ESCAPES = new String[128];

    static {
        for (int c = 0; c < 0x20; c++) {
            SHORT_ESCAPES[c] = "\\u%04x".formatted(c);
        }
        SHORT_ESCAPES['\b'] = "\\b";
        SHORT_ESCAPES['\t'] = "\\t";
        SHORT_ESCAPES['\n'] = "\\n";
        SHORT_ESCAPES['\f'] = "\\f";
        SHORT_ESCAPES['\r'] = "\\r";
        SHORT_ESCAPES['"'] = "\\\"";
        SHORT_ESCAPES['\\'] = "\\\\";
    }

    private CanonicalJson() {}

    public static String text(JsonNode node) {
        StringBuilder out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeString(node.textValue(), out);
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO ->
                    throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        List<String> names = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null); // String's natural order is that of UTF-16 code units
        out.append('{');
        String separator = "";
        for (String name : names) {
            out.append(separator);
            writeString(name, out);
            out.append(':');
            write(object.get(name), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = array.elements(); items.hasNext(); ) {
            write(items.next(), out);
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && SHORT_ESCAPES[c] != null) {
                out.append(SHORT_ESCAPES[c]);
            } else {
                out.append(c);
            }
        }
        out.append('"');
        requirePairedSurrogates(text);
    }

    /** RFC 8785 section 3.2.2.2: a lone surrogate has no UTF-8 form, so it must stop the writer. */
    private static void requirePairedSurrogates(String text) {
        if (!UnicodeText.isWellFormed(text)) {
            throw new IllegalArgumentException("a string holds a lone surrogate");
        }
    }

    private static String number(JsonNode number) {
        if (number.isInt() || number.isShort()) {
            return Integer.toString(number.intValue());
        }
        try {
            return NumberToJSON.serializeNumber(number.doubleValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
