package com.rechain.dao.tally.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the fields of one JSON object by name and gathers every broken rule with its place, so that
 * one answer can name them all. A field that is missing or wrong reads as empty.
 */
public final class ObjectReader {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,37}");

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    private ObjectReader(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** Starts reading at the document's root. */
    public static ObjectReader of(JsonNode root) {
        ObjectReader reader = new ObjectReader(root, "", new ArrayList<>());
        if (!root.isObject()) {
            reader.fault("", "object", "An object is expected.");
        }
        return reader;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether nothing of the whole document has been found wrong so far. */
    public boolean isFaultless() {
        return faults.isEmpty();
    }

    public boolean has(String field) {
        return object.has(field);
    }

    /** Refuses every field that is not named here. */
    public ObjectReader only(String... known) {
        Set<String> names = Set.copyOf(Arrays.asList(known));
        object.fieldNames()
                .forEachRemaining(name -> {
                    if (!names.contains(name)) {
                        fault(name, "unknown-field", "This field is not known.");
                    }
                });
        return this;
    }

    /** The object in a required field. */
    public Optional<ObjectReader> object(String field) {
        JsonNode value = object.path(field);
        if (value.isObject()) {
            return Optional.of(new ObjectReader(value, place(field), faults));
        }
        return missingOr(field, value, "object", "An object is expected.");
    }

    /** The objects in a required list, in its order. */
    public List<ObjectReader> objects(String field) {
        JsonNode list = object.path(field);
        List<ObjectReader> objects = new ArrayList<>();
        if (!list.isArray()) {
            missingOr(field, list, "list", "A list is expected.");
        }
        for (JsonNode one : list) {
            String place = field + "[" + objects.size() + "]";
            objects.add(new ObjectReader(one, place(place), faults));
            if (!one.isObject()) {
                fault(place, "object", "An object is expected.");
            }
        }
        return objects;
    }

    /** The option's number, from 1, in a required field. */
    public Optional<Integer> option(String field) {
        JsonNode value = object.path(field);
        return value.isInt() && value.intValue() > 0
                ? Optional.of(value.intValue())
                : missingOr(field, value, "option", "An option's number from 1 is expected.");
    }

    /** The text in a required field. */
    public Optional<String> text(String field) {
        JsonNode value = object.path(field);
        if (value.isTextual()) {
            return Optional.of(value.textValue());
        }
        return missingOr(field, value, "string", "A string is expected.");
    }

    /** The constant whose code stands in a required field. */
    public <E extends Enum<E> & Coded> Optional<E> coded(String field, Class<E> type) {
        Optional<String> text = text(field);
        Optional<E> constant = text.flatMap(code -> Coded.find(type, code));
        if (text.isPresent() && constant.isEmpty()) {
            fault(field, "one-of", "One of %s is expected.".formatted(Coded.codes(type)));
        }
        return constant;
    }

    /**
     * The non-negative integer, written as a decimal string of at most 38 digits, in a required
     * field.
     */
    public Optional<BigInteger> decimal(String field) {
        Optional<String> text = text(field);
        Optional<BigInteger> number =
                text.filter(digits -> DECIMAL.matcher(digits).matches()).map(BigInteger::new);
        if (text.isPresent() && number.isEmpty()) {
            fault(
                    field,
                    "decimal-string",
                    "A whole number of at most 38 digits without sign or leading zeros is expected.");
        }
        return number;
    }

    /** The truth value in a required field. */
    public Optional<Boolean> flag(String field) {
        JsonNode value = object.path(field);
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        return missingOr(field, value, "boolean", "true or false is expected.");
    }

    /** The whole number between bounds, written as a decimal string, in a required field. */
    public Optional<Long> whole(String field, long least, long most) {
        Optional<BigInteger> number = decimal(field);
        if (number.isPresent()
                && (number.get().compareTo(BigInteger.valueOf(least)) < 0
                        || number.get().compareTo(BigInteger.valueOf(most)) > 0)) {
            fault(field, "range", "%d to %d is expected.".formatted(least, most));
            return Optional.empty();
        }
        return number.map(BigInteger::longValueExact);
    }

    /** The option numbers, each once, in a required list. */
    public SortedSet<Integer> options(String field) {
        SortedSet<Integer> options = new TreeSet<>();
        JsonNode list = object.path(field);
        boolean right = list.isArray();
        for (JsonNode option : list) {
            right &= option.isInt() && option.intValue() > 0 && options.add(option.intValue());
        }
        if (!right) {
            fault(field, "options", "A list of different option numbers is expected.");
        }
        return options;
    }

    /** The numbers, as {@link #decimal} reads them, in a required list. */
    public List<BigInteger> decimals(String field) {
        JsonNode list = object.path(field);
        List<BigInteger> numbers = new ArrayList<>();
        for (JsonNode one : list) {
            if (one.isTextual() && DECIMAL.matcher(one.textValue()).matches()) {
                numbers.add(new BigInteger(one.textValue()));
            }
        }
        if (!list.isArray() || numbers.size() < list.size()) {
            fault(
                    field,
                    "decimal-strings",
                    "A list of whole numbers of at most 38 digits, as strings, is expected.");
        }
        return numbers;
    }

    public void fault(String field, String rule, String message) {
        faults.add(new Fault(place(field), rule, message));
    }

    private <T> Optional<T> missingOr(String field, JsonNode value, String rule, String message) {
        if (value.isMissingNode()) {
            fault(field, "required", "This field is required.");
        } else {
            fault(field, rule, message);
        }
        return Optional.empty();
    }

    private String place(String field) {
        if (path.isEmpty() || field.isEmpty()) {
            return path + field;
        }
        return path + "." + field;
    }
}
