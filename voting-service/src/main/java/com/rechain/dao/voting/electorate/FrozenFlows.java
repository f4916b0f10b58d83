package com.rechain.dao.voting.electorate;

import com.rechain.dao.tally.log.MerkleTree;
import com.rechain.dao.tally.power.Flow;
import com.rechain.dao.voting.space.UserServiceApi.ElectoratePage;
import com.rechain.dao.voting.space.UserServiceApi.Entry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The flows of one vote, and the entries that they make of an electorate's own weights. */
final class FrozenFlows {
    static final FrozenFlows NONE = new FrozenFlows(List.of());

    private final List<Flow> all;
    // By text, whose order is that of the bytes and of the electorate.
    private final NavigableMap<String, List<Flow>> byTarget = new TreeMap<>();

    /**
     * @param all in {@link Flow#ORDER}
     */
    FrozenFlows(List<Flow> all) {
        this.all = all;
        all.forEach(flow ->
                byTarget.computeIfAbsent(flow.targetId().toString(), _ -> new ArrayList<>())
                        .add(flow));
    }

    List<Flow> all() {
        return all;
    }

    /**
     * The entries of a page of own weights, together with the delegates who have none and belong in
     * between.
     *
     * @param after the page's own {@code after}
     */
    List<Voter> voters(ElectoratePage page, @Nullable UUID after) {
        NavigableMap<String, Voter> voters = new TreeMap<>();
        within(after, page.next())
                .forEach((id, _) -> voters.put(id, voter(UUID.fromString(id), BigInteger.ZERO)));
        for (Entry entry : page.entries()) {
            voters.put(
                    entry.userId().toString(),
                    voter(entry.userId(), new BigInteger(entry.weight())));
        }
        return List.copyOf(voters.values());
    }

    private NavigableMap<String, List<Flow>> within(@Nullable UUID after, @Nullable UUID last) {
        NavigableMap<String, List<Flow>> rest =
                after == null ? byTarget : byTarget.tailMap(after.toString(), false);
        return last == null ? rest : rest.headMap(last.toString(), true);
    }

    private Voter voter(UUID id, BigInteger own) {
        List<Flow> received = byTarget.getOrDefault(id.toString(), List.of());
        MerkleTree sources = new MerkleTree();
        received.forEach(flow -> sources.append(flow.leafHash()));
        return new Voter(
                id,
                own,
                received.stream().map(Flow::amount).reduce(BigInteger.ZERO, BigInteger::add),
                received.isEmpty() ? null : HexFormat.of().formatHex(sources.root()),
                BigInteger.ZERO);
    }
}
