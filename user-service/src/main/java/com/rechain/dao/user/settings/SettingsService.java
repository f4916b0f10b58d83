package com.rechain.dao.user.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.platform.event.Outbox;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.membership.MembershipService;
import com.rechain.dao.user.membership.Role;
import com.rechain.dao.user.space.SpaceKey;
import com.rechain.dao.user.space.SpaceService;
import com.rechain.dao.user.space.SpaceView;
import com.rechain.dao.user.web.EntityTag;
import com.rechain.dao.user.weight.WeightLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets what a space asks of its proposals. Versions are only ever added, under the lock of the
 * space's roster, each together with its event.
 */
@ApplicationScoped
public class SettingsService {
    private final SpaceService spaces;
    private final MembershipService memberships;
    private final WeightLedger ledger;
    private final Primary primary;
    private final Outbox outbox;
    private final Validator validator;
    private final SettingsCheck check;

    SettingsService(
            SpaceService spaces,
            MembershipService memberships,
            WeightLedger ledger,
            Primary primary,
            Outbox outbox,
            Validator validator,
            SettingsCheck check) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.ledger = ledger;
        this.primary = primary;
        this.outbox = outbox;
        this.validator = validator;
        this.check = check;
    }

    /** The settings that hold now; empty where there is no such space. */
    @Transactional
    public Optional<SettingsView> find(UUID spaceId) {
        return spaces.find(new SpaceKey.ById(spaceId))
                .map(space -> primary.run(c -> SettingsRows.latest(c, space.id())));
    }

    /** Sets {@code wanted}, when {@code ifMatch} names what holds and {@code editor} may. */
    @Transactional
    public SettingsOutcome set(SpaceKey key, UUID editor, String ifMatch, Settings wanted) {
        SpaceView space = spaces.findVisible(key, editor).orElse(null);
        if (space == null) {
            return new SettingsOutcome.UnknownSpace();
        }
        if (memberships.role(space.id(), editor).filter(Role::isSteward).isEmpty()) {
            return new SettingsOutcome.NotAllowed();
        }
        Instant now = ledger.lock(space.id()).orElseThrow();
        SettingsView present = primary.run(c -> SettingsRows.latest(c, space.id()));
        if (present.settings().onlyByProposal()) {
            return new SettingsOutcome.OnlyByProposal();
        }
        if (!new EntityTag(present.version()).isNamedBy(ifMatch)) {
            return new SettingsOutcome.Stale();
        }
        return checked(present, wanted, _ -> add(present, wanted, editor, null, now));
    }

    /** What the merge patch {@code changes} would come to now; nothing is set. */
    @Transactional
    public SettingsOutcome preview(UUID spaceId, ObjectNode changes) {
        SettingsView present = find(spaceId).orElse(null);
        return present == null
                ? new SettingsOutcome.UnknownSpace()
                : patched(present, changes, _ -> new SettingsOutcome.Set(present));
    }

    /** Applies the merge patch {@code changes}, which {@code proposalId} decided. */
    @Transactional
    public SettingsOutcome decide(UUID spaceId, UUID proposalId, ObjectNode changes) {
        Instant now = ledger.lock(spaceId).orElse(null);
        if (now == null) {
            return new SettingsOutcome.UnknownSpace();
        }
        SettingsView present = primary.run(c -> SettingsRows.latest(c, spaceId));
        return patched(present, changes, wanted -> add(present, wanted, null, proposalId, now));
    }

    private SettingsOutcome patched(
            SettingsView present, ObjectNode changes, Function<Settings, SettingsOutcome> use) {
        try {
            JsonNode merged = merge(CanonicalSettings.tree(present.settings()), changes);
            Settings wanted = CanonicalSettings.read(merged);
            String faults = faults(wanted);
            return faults.isEmpty()
                    ? checked(present, wanted, use)
                    : new SettingsOutcome.Unfit(faults);
        } catch (JsonProcessingException _) {
            return new SettingsOutcome.Unfit("A member is unknown, missing or of the wrong type.");
        }
    }

    private SettingsOutcome checked(
            SettingsView present, Settings wanted, Function<Settings, SettingsOutcome> use) {
        return check.refuse(present.spaceId(), wanted)
                .<SettingsOutcome>map(SettingsOutcome.Refused::new)
                .orElseGet(() -> use.apply(wanted));
    }

    private SettingsOutcome add(
            SettingsView present,
            Settings wanted,
            @Nullable UUID setBy,
            @Nullable UUID proposalId,
            Instant now) {
        UUID spaceId = present.spaceId();
        String hash = CanonicalSettings.hash(CanonicalSettings.text(wanted));
        SettingsView next =
                new SettingsView(
                        spaceId, present.version() + 1, hash, wanted, setBy, proposalId, now);
        primary.run(c -> SettingsRows.insert(c, next));
        outbox.append(
                SettingsChanged.TYPE,
                spaceId,
                new SettingsChanged(spaceId, next.version(), hash, wanted, setBy, proposalId, now));
        return new SettingsOutcome.Set(next);
    }

    private String faults(Settings wanted) {
        return validator.validate(wanted).stream()
                .map(SettingsService::fault)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String fault(ConstraintViolation<Settings> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage() + ".";
    }

    /** RFC 7396. */
    private static JsonNode merge(JsonNode target, ObjectNode patch) {
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : patch.objectNode();
        for (Map.Entry<String, JsonNode> change : patch.properties()) {
            String name = change.getKey();
            if (change.getValue().isNull()) {
                merged.remove(name);
            } else if (change.getValue() instanceof ObjectNode part) {
                merged.set(name, merge(merged.path(name), part));
            } else {
                merged.set(name, change.getValue());
            }
        }
        return merged;
    }
}
