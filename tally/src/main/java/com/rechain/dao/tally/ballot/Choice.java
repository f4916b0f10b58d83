package com.rechain.dao.tally.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A valid choice. Each voting system makes its own kind; all have one canonical text, by which
 * equal choices are known. Options are counted from 1.
 */
public sealed interface Choice {

    /** One option. */
    record Option(int index) implements Choice {
        public Option {
            if (index < 1) {
                throw new IllegalArgumentException("options are counted from 1: " + index);
            }
        }
    }

    /** Every option that is approved of. */
    record Approved(SortedSet<Integer> options) implements Choice {
        public Approved {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }
    }

    /** Points for some of the options; an option with zero points is as good as not named. */
    record Points(SortedMap<Integer, Long> points) implements Choice {
        public Points {
            TreeMap<Integer, Long> given = new TreeMap<>(points);
            given.values().removeIf(amount -> amount == 0);
            points = Collections.unmodifiableSortedMap(given);
        }

        /** A map's own hash is a sum, in which the small numbers of ballots collide. */
        @Override
        public int hashCode() {
            int hash = 1;
            for (var given : points.entrySet()) {
                hash = (31 * hash + given.getKey()) * 1_000_003 + given.getValue().hashCode();
            }
            return hash;
        }

        /** All points together. */
        public long sum() {
            return points.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Options from the best rank down. A rank may hold several, and none where it was skipped; what
     * that means is for the rules to say.
     */
    record Ranking(List<SortedSet<Integer>> ranks) implements Choice {
        public Ranking {
            ranks =
                    ranks.stream()
                            .<SortedSet<Integer>>map(
                                    rank -> Collections.unmodifiableSortedSet(new TreeSet<>(rank)))
                            .toList();
        }
    }

    default JsonNode toJson() {
        return switch (this) {
            case Option(int index) -> IntNode.valueOf(index);
            case Approved(var options) -> array(options);
            case Points(var points) -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                points.forEach((option, amount) -> object.put(option.toString(), amount));
                yield object;
            }
            case Ranking(var ranks) -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                ranks.forEach(rank ->
                        array.add(rank.size() == 1 ? IntNode.valueOf(rank.first()) : array(rank)));
                yield array;
            }
        };
    }

    default String canonical() {
        return CanonicalJson.text(toJson());
    }

    private static ArrayNode array(Collection<Integer> options) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        options.forEach(array::add);
        return array;
    }
}
