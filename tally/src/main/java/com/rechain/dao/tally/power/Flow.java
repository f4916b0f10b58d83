package com.rechain.dao.tally.power;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.log.MerkleTree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Weight of an owner that the last hand on its path may vote with, as long as neither the owner nor
 * a hand before the last has voted.
 */
public record Flow(UUID ownerId, List<Hop> path, BigInteger amount) {

    /** By whom may vote with it, then by owner and path: the order in which flows are frozen. */
    public static final Comparator<Flow> ORDER =
            Comparator.comparing((Flow flow) -> flow.targetId().toString())
                    .thenComparing(flow -> flow.ownerId().toString())
                    .thenComparing(Flow::route);

    public Flow {
        path = List.copyOf(path);
    }

    /** Who may vote with it. */
    public UUID targetId() {
        return path.getLast().delegateId();
    }

    /** Whose direct vote takes it away from the target: the owner and every hand but the last. */
    public List<UUID> via() {
        List<UUID> via = new ArrayList<>();
        via.add(ownerId);
        path.subList(0, path.size() - 1).forEach(hop -> via.add(hop.delegateId()));
        return via;
    }

    boolean touches(UUID member) {
        return ownerId.equals(member)
                || path.stream().anyMatch(hop -> hop.delegateId().equals(member));
    }

    /** The same weight handed on, rounded down. */
    Flow handedOn(Delegation delegation) {
        List<Hop> longer = new ArrayList<>(path);
        longer.add(Hop.by(delegation));
        return new Flow(ownerId, longer, delegation.of(amount));
    }

    Flow reducedTo(BigInteger less) {
        return new Flow(ownerId, path, less);
    }

    /** The path as JSON. */
    public ArrayNode pathJson() {
        ArrayNode hops = JsonNodeFactory.instance.arrayNode();
        for (Hop hop : path) {
            hops.addObject()
                    .put("delegateId", hop.delegateId().toString())
                    .put("scope", hop.scope().text())
                    .put("basisPoints", hop.basisPoints());
        }
        return hops;
    }

    /** The RFC 8785 text that an electorate commits to. */
    public String canonical() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ownerId", ownerId.toString()).put("amount", amount.toString());
        json.set("path", pathJson());
        return CanonicalJson.text(json);
    }

    /** The flow's leaf in the tree over all that one voter receives. */
    public byte[] leafHash() {
        return MerkleTree.leafHash(canonical().getBytes(StandardCharsets.UTF_8));
    }

    private String route() {
        return path.stream().map(hop -> hop.delegateId().toString()).collect(Collectors.joining());
    }
}
