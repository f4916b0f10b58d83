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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps a space from locking itself out: its rules must fit a vote, and somebody must be left who
 * can publish a proposal and have it signed. Asked on the primary; who sets settings holds the lock
 * of the roster meanwhile, a preview does not.
 */
@ApplicationScoped
class SettingsCheck {
    private static final String STANDING =
            """
            SELECT m.role, COUNT(*) AS members, SUM(CASE WHEN COALESCE((
                SELECT c.weight FROM weight_checkpoint c
                WHERE c.space_id = m.space_id AND c.account_id = m.account_id
                ORDER BY c.effective_at DESC LIMIT 1), 0) >= ? THEN 1 ELSE 0 END) AS heavy
            FROM membership m JOIN account a ON a.id = m.account_id
            WHERE m.space_id = ? AND m.state = 'ACTIVE' AND a.status = 'ACTIVE'
            GROUP BY m.role\
            """;

    private final Primary primary;

    SettingsCheck(Primary primary) {
        this.primary = primary;
    }

    /** How many have a role, and how many of those the weight that it takes to propose. */
    private record Standing(Role role, long members, long heavy) {}

    /** Why {@code wanted} may not hold in the space, if so. */
    Optional<Problem> refuse(UUID spaceId, Settings wanted) {
        return rules(wanted).or(() -> usable(wanted, standings(spaceId, wanted)));
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

    private List<Standing> standings(UUID spaceId, Settings wanted) {
        return primary.run(c ->
                Sql.of(STANDING)
                        .with(new BigInteger(wanted.proposing().threshold()))
                        .with(spaceId)
                        .list(
                                c,
                                row ->
                                        new Standing(
                                                Role.valueOf(row.getString("role")),
                                                row.getLong("members"),
                                                row.getLong("heavy"))));
    }

    /** Where only proposals change the settings, somebody must be able to propose just that. */
    private static Optional<Problem> usable(Settings wanted, List<Standing> standings) {
        List<Standing> authors =
                standings.stream()
                        .filter(one -> one.heavy() > 0)
                        .filter(one ->
                                wanted.proposing().admits(one.role(), wanted.onlyByProposal()))
                        .toList();
        if (authors.isEmpty()) {
            return unusable(
                    "proposing",
                    "No member has both the role and the weight that it takes to propose.");
        }
        return canSign(wanted.signOffs(), authors, standings)
                ? Optional.empty()
                : unusable("signOffs", "There are too few others who could sign a proposal.");
    }

    /** Nobody signs their own: an author who could sign is one signer less. */
    private static boolean canSign(
            Settings.SignOffs asked, List<Standing> authors, List<Standing> standings) {
        long signers =
                standings.stream()
                        .filter(one -> one.role().isAtLeast(asked.role()))
                        .mapToLong(Standing::members)
                        .sum();
        return authors.stream()
                .mapToLong(one -> one.role().isAtLeast(asked.role()) ? 1 : 0)
                .anyMatch(author -> signers - author >= asked.count());
    }

    private static Optional<Problem> unusable(String part, String why) {
        return Optional.of(
                UserProblem.SETTINGS_UNUSABLE.with(why).because("settings." + part, "usable", why));
    }
}
