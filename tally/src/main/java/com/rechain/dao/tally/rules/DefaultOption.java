package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.ObjectReader;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The option that stands for none of the others: if it wins, nothing is adopted. Where all pairs
 * are compared, the other options must first stand up to it one by one (Debian Constitution, A.5 2
 * to 4): one that fails its quorum or its majority is dropped before the winner is looked for.
 *
 * @param option its number, from 1; null for the last
 * @param quorum the weight that must prefer an option to it; null for none
 * @param majorities how many times as much weight must prefer an option to it as the other way
 *     round, strictly; an option that is not named needs more than once
 */
public record DefaultOption(
        @Nullable Integer option,
        @Nullable OptionQuorum quorum,
        SortedMap<Integer, Ratio> majorities) {

    public DefaultOption {
        majorities = Collections.unmodifiableSortedMap(new TreeMap<>(majorities));
    }

    /** Its number among so many options. */
    public int among(int options) {
        return option == null ? options : option;
    }

    /** Whether every option that it names is one of so many. */
    public boolean isWithin(int options) {
        return among(options) <= options
                && (majorities.isEmpty() || majorities.lastKey() <= options);
    }

    /** The majority that {@code other} needs over this option. */
    public Ratio majorityOf(int other) {
        return majorities.getOrDefault(other, Ratio.ONE);
    }

    /** Whether options are held against it before the count. */
    public boolean isHurdle() {
        return quorum != null || !majorities.isEmpty();
    }

    static Optional<DefaultOption> read(ObjectReader reader) {
        reader.only("option", "quorum", "majorities");
        Integer option = reader.has("option") ? reader.option("option").orElse(null) : null;
        Optional<OptionQuorum> quorum =
                reader.has("quorum")
                        ? reader.object("quorum").flatMap(OptionQuorum::read)
                        : Optional.empty();
        SortedMap<Integer, Ratio> majorities =
                reader.has("majorities") ? majorities(reader) : new TreeMap<>();
        return Optional.of(new DefaultOption(option, quorum.orElse(null), majorities));
    }

    private static SortedMap<Integer, Ratio> majorities(ObjectReader reader) {
        SortedMap<Integer, Ratio> majorities = new TreeMap<>();
        for (ObjectReader one : reader.objects("majorities")) {
            one.only("option", "numerator", "denominator");
            Optional<Integer> option = one.option("option");
            Optional<Ratio> ratio = Ratio.read(one);
            if (option.isPresent()
                    && ratio.isPresent()
                    && majorities.put(option.get(), ratio.get()) != null) {
                one.fault("option", "distinct", "It has a majority already.");
            }
        }
        return majorities;
    }

    void write(ObjectNode target) {
        if (option != null) {
            target.put("option", option);
        }
        if (quorum != null) {
            quorum.write(target.putObject("quorum"));
        }
        if (!majorities.isEmpty()) {
            ArrayNode array = target.putArray("majorities");
            majorities.forEach((number, ratio) -> {
                ObjectNode one = array.addObject().put("option", number);
                ratio.write(one);
            });
        }
    }
}
