package com.rechain.dao.user.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.user.UserProblem;
import com.rechain.dao.user.database.Primary;
import com.rechain.dao.user.database.Sql;
import com.rechain.dao.user.membership.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps a space from locking itself out: its rules must fit a vote, and somebody must be left who
 * can publish a proposal and have it signed. Asked on the primary; who sets settings holds the lock
 * of the roster meanwhile, a preview does not.
 */
@ApplicationScoped
class SettingsCheck {
    private static final String AUTHOR =
            """
            SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.space_id = ? AND m.role = ? AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
                AND COALESCE((
                    SELECT c.weight FROM weight_checkpoint c
                    WHERE c.space_id = m.space_id AND c.account_id = m.account_id
                    ORDER BY c.effective_at DESC LIMIT 1), 0) >= ?
            LIMIT 1\
            """;
    private static final String SIGNERS =
            """
            SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.space_id = ? AND m.role IN (%s) AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
            LIMIT ?\
            """;

    private final Primary primary;

    SettingsCheck(Primary primary) {
        this.primary = primary;
    }

    /** Why {@code wanted} may not hold in the space, if so. */
    Optional<Problem> refuse(UUID spaceId, Settings wanted) {
        return rules(wanted).or(() -> usable(spaceId, wanted));
    }

    private static Optional<Problem> rules(Settings wanted) {
        JsonNode rules = CanonicalSettings.tree(wanted).path("defaultRules");
        if (rules.isMissingNode()) {
            return Optional.empty();
        }
        Parsed<Rules> parsed =
                rules.has("system")
                        ? Parsed.refused("system", "unknown-field", "The author chooses it.")
                        : Rules.parseWithDefaults(SystemName.BASIC, rules);
        return parsed instanceof Parsed.Refused<Rules>(var faults)
                ? Optional.of(unfit(faults.stream().map(SettingsCheck::error).toList()))
                : Optional.empty();
    }

    private static FieldError error(Fault fault) {
        String place = "settings.defaultRules" + (fault.place().isEmpty() ? "" : ".");
        return new FieldError(place + fault.place(), fault.rule(), fault.message());
    }

    private static Problem unfit(List<FieldError> errors) {
        return PlatformProblem.MALFORMED_REQUEST
                .with(
                        errors.stream()
                                .map(error -> error.field() + ": " + error.message())
                                .collect(Collectors.joining(" ")))
                .because(errors);
    }

    /** Where only proposals change the settings, somebody must be able to propose just that. */
    private Optional<Problem> usable(UUID spaceId, Settings wanted) {
        if (!hasAuthor(spaceId, wanted, _ -> true)) {
            return unusable(
                    "proposing",
                    "No member has both the role and the weight that it takes to propose.");
        }
        return canSign(spaceId, wanted)
                ? Optional.empty()
                : unusable("signOffs", "There are too few others who could sign a proposal.");
    }

    /** Nobody signs their own: an author who could sign is one signer less. */
    private boolean canSign(UUID spaceId, Settings wanted) {
        Settings.SignOffs asked = wanted.signOffs();
        if (asked.count() == 0) {
            return true;
        }
        int signers = signers(spaceId, asked.role(), asked.count() + 1);
        return signers > asked.count()
                || (signers == asked.count()
                        && hasAuthor(spaceId, wanted, role -> !role.isAtLeast(asked.role())));
    }

    /**
     * Whether one of these roles has a holder who may propose and weighs enough for it. Asked from
     * the few who own the space down to the many: of those who do, one is found early.
     */
    private boolean hasAuthor(UUID spaceId, Settings wanted, Predicate<Role> which) {
        Settings.Proposing proposing = wanted.proposing();
        return roles(which).stream()
                .filter(role -> proposing.admits(role, wanted.onlyByProposal()))
                .anyMatch(role -> hasAuthor(spaceId, role, proposing.threshold()));
    }

    private boolean hasAuthor(UUID spaceId, Role role, String threshold) {
        Sql author = Sql.of(AUTHOR).with(spaceId).with(role).with(new BigInteger(threshold));
        return primary.run(c -> author.first(c, _ -> role)).isPresent();
    }

    /** How many may sign; no more than {@code most} are looked for. */
    private int signers(UUID spaceId, Role least, int most) {
        List<Role> roles = roles(role -> role.isAtLeast(least));
        String places = String.join(", ", Collections.nCopies(roles.size(), "?"));
        Sql signers = Sql.of(SIGNERS.formatted(places)).with(spaceId);
        roles.forEach(signers::with);
        return primary.run(c -> signers.with(most).list(c, _ -> 1)).size();
    }

    private static List<Role> roles(Predicate<Role> which) {
        return Arrays.stream(Role.values()).filter(which).toList();
    }

    private static Optional<Problem> unusable(String part, String why) {
        return Optional.of(
                UserProblem.SETTINGS_UNUSABLE.with(why).because("settings." + part, "usable", why));
    }
}
