package com.rechain.dao.user.weightimport;

import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.platform.event.OutboxMessage;
import com.rechain.dao.platform.event.OutboxRows;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.membership.MembershipChanged;
import com.rechain.dao.user.membership.MembershipService;
import com.rechain.dao.user.membership.MembershipState;
import com.rechain.dao.user.membership.Role;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.space.SpaceView;
import com.rechain.dao.user.weight.Checkpoint;
import com.rechain.dao.user.weight.WeightLedger;
import com.rechain.dao.user.weight.WeightSource;
import com.rechain.dao.user.weightimport.ImportOutcome.Imported;
import com.rechain.dao.user.weightimport.ImportOutcome.NotAllowed;
import com.rechain.dao.user.weightimport.ImportOutcome.Refused;
import com.rechain.dao.user.weightimport.ImportOutcome.UnknownSpace;
import com.rechain.dao.user.weightimport.RosterLookup.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sets many weights at once, all from the same instant on: every line is taken, or none. */
@ApplicationScoped
public class WeightImport {
    private static final int BATCH = 1_000;

    private final SpaceService spaces;
    private final MembershipService memberships;
    private final WeightLedger ledger;
    private final Primary primary;
    private final Outbox outbox;

    WeightImport(
            SpaceService spaces,
            MembershipService memberships,
            WeightLedger ledger,
            Primary primary,
            Outbox outbox) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.ledger = ledger;
        this.primary = primary;
        this.outbox = outbox;
    }

    /** Sets the weights that {@code lines} name, when {@code editorId} may set each of them. */
    @Transactional
    ImportOutcome run(SpaceKey key, UUID editorId, List<WeightLine> lines) {
        Optional<SpaceView> space = spaces.findVisible(key, editorId);
        if (space.isEmpty()) {
            return new UnknownSpace();
        }
        UUID spaceId = space.get().id();
        Instant effectiveAt = ledger.lock(spaceId).orElseThrow();
        Optional<Role> role = memberships.role(spaceId, editorId).filter(Role::isSteward);
        if (role.isEmpty()) {
            return new NotAllowed();
        }
        Map<MemberReference, Found> members =
                primary.run(c -> RosterLookup.find(c, spaceId, lines));
        ImportErrors errors = check(lines, members, new Editor(editorId, role.get()));
        if (!errors.isEmpty()) {
            return new Refused(errors.problem());
        }
        int changed = write(new Change(spaceId, editorId, effectiveAt), lines, members);
        return new Imported(new ImportView(spaceId, effectiveAt, changed, lines.size() - changed));
    }

    private record Editor(UUID accountId, Role role) {
        boolean mayWeigh(Found member) {
            return role.mayTurn(member.role(), member.role())
                    && (role == Role.OWNER || !member.accountId().equals(accountId));
        }
    }

    private record Change(UUID spaceId, UUID editorId, Instant effectiveAt) {}

    private static ImportErrors check(
            List<WeightLine> lines, Map<MemberReference, Found> members, Editor editor) {
        ImportErrors errors = new ImportErrors();
        Set<UUID> seen = new HashSet<>();
        for (WeightLine line : lines) {
            Found member = members.get(line.member());
            if (member == null) {
                errors.add(line.place(), "member", "names nobody who is a member of the space");
            } else if (!seen.add(member.accountId())) {
                errors.add(line.place(), "unique", "names a member whom another line names");
            } else if (!editor.mayWeigh(member)) {
                errors.add(line.place(), "role", "names a member whose weight you may not set");
            }
        }
        return errors;
    }

    private int write(Change change, List<WeightLine> lines, Map<MemberReference, Found> members) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        List<OutboxMessage> events = new ArrayList<>();
        for (WeightLine line : lines) {
            Found member = members.get(line.member());
            if (member != null && !member.weight().equals(line.weight())) {
                checkpoints.add(checkpoint(change, member, line));
                events.add(event(change, member, line));
            }
        }
        ledger.append(change.spaceId(), change.effectiveAt(), checkpoints);
        primary.run(connection -> announce(connection, events));
        return checkpoints.size();
    }

    private static Checkpoint checkpoint(Change change, Found member, WeightLine line) {
        return new Checkpoint(
                member.accountId(),
                change.effectiveAt(),
                line.weight(),
                WeightSource.IMPORTED,
                change.editorId());
    }

    private OutboxMessage event(Change change, Found member, WeightLine line) {
        MembershipChanged payload =
                new MembershipChanged(
                        change.spaceId(),
                        member.accountId(),
                        member.role(),
                        MembershipState.ACTIVE,
                        line.weight(),
                        change.effectiveAt());
        return outbox.message(MembershipChanged.TYPE, change.spaceId(), payload);
    }

    private static int announce(Connection connection, List<OutboxMessage> events)
            throws SQLException {
        for (int from = 0; from < events.size(); from += BATCH) {
            OutboxRows.insert(
                    connection, events.subList(from, Math.min(events.size(), from + BATCH)));
        }
        return events.size();
    }
}
