package com.rechain.dao.proposal.proposal.draft;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.proposal.proposal.ProposalContent;
import com.rechain.dao.proposal.proposal.Systems;
import com.rechain.dao.proposal.proposal.Wording;
import com.rechain.dao.proposal.proposal.action.Plan;
import com.rechain.dao.proposal.proposal.action.PlanReader;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Fault;
import com.rechain.dao.tally.json.Parsed;
import com.rechain.dao.tally.json.UnicodeText;
import com.rechain.dao.tally.rules.Rules;
import com.rechain.dao.tally.rules.SystemName;
import com.rechain.dao.tally.system.VotingSystem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the content of a proposal to the limits of form, and names every rule it breaks. Lengths
 * are in code points.
 */
final class ContentCheck {
    /** The choices of every basic vote. */
    static final List<String> BASIC_CHOICES = List.of("For", "Against", "Abstain");

    /** The choices of a basic vote whose rules have a veto. */
    static final List<String> VETO_CHOICES = List.of("For", "Against", "Abstain", "Veto");

    private static final int MAX_LABELS = 10;

    private final ProposalContent content;
    private final List<FieldError> errors = new ArrayList<>();

    private final PlanReader plans;

    private ContentCheck(ProposalContent content, PlanReader plans) {
        this.content = content;
        this.plans = plans;
    }

    /** What the check found. */
    sealed interface Verdict {
        /** The content in the form it is stored in. */
        record Fit(Wording wording) implements Verdict {}

        /** Every rule that is broken. */
        record Unfit(List<FieldError> errors) implements Verdict {}
    }

    /** Checks {@code content}, which is normalized first; {@code plans} reads what it plans. */
    static Verdict check(ProposalContent content, PlanReader plans) {
        return new ContentCheck(content.normalized(), plans).verdict();
    }

    private Verdict verdict() {
        String title = text("title", content.title(), 10, 200);
        String body = text("body", content.body(), 50, 50_000);
        Optional<SystemName> system = system();
        Optional<Rules> rules = system.flatMap(this::rules);
        List<String> choices = system.map(name -> choices(name, rules)).orElseGet(List::of);
        List<String> labels = labels();
        Instant endsAt = required("endsAt", content.endsAt());
        rules.ifPresent(read -> checkTogether(read, choices));
        Plan plan = plans.read(content.actions(), content.timelock());
        errors.addAll(plans.errors());
        if (!errors.isEmpty()) {
            return new Verdict.Unfit(errors);
        }
        return new Verdict.Fit(
                new Wording(
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(body),
                        system.orElseThrow().code(),
                        choices,
                        labels,
                        content.rules() == null ? null : CanonicalJson.text(content.rules()),
                        content.startsAt(),
                        Objects.requireNonNull(endsAt),
                        plan));
    }

    private Optional<SystemName> system() {
        String name = required("system", content.system());
        if (name == null) {
            return Optional.empty();
        }
        Optional<SystemName> system = Systems.named(name);
        if (system.isEmpty()) {
            refuse(
                    "system",
                    "known-system",
                    "There is no such voting system; there are " + Systems.names() + ".");
        }
        return system;
    }

    private List<String> choices(SystemName system, Optional<Rules> rules) {
        List<@Nullable String> given = content.choices() == null ? List.of() : content.choices();
        return switch (system) {
            case BASIC, OPTIMISTIC -> {
                boolean veto = rules.filter(read -> read.provisions().veto() != null).isPresent();
                yield fixed(given, veto ? VETO_CHOICES : BASIC_CHOICES);
            }
            case SINGLE_CHOICE,
                    APPROVAL,
                    WEIGHTED,
                    QUADRATIC,
                    SCORE,
                    BORDA,
                    RANKED_CHOICE,
                    STV,
                    COPELAND,
                    SCHULZE,
                    BUDGET -> {
                int most = VotingSystem.of(system).mostOptions();
                if (given.size() < 2 || given.size() > most) {
                    refuse("choices", "count", "There must be 2 to " + most + " choices.");
                }
                yield distinctTexts("choices", given, 200);
            }
        };
    }

    private List<String> fixed(List<@Nullable String> given, List<String> choices) {
        if (!given.isEmpty() && !given.equals(choices)) {
            refuse(
                    "choices",
                    "fixed-choices",
                    "This vote has the choices " + String.join(", ", choices) + ".");
        }
        return choices;
    }

    /** Rules that name options, their costs or a number of them must fit the choices there are. */
    private void checkTogether(Rules rules, List<String> choices) {
        if (errors.isEmpty()
                && VotingSystem.of(rules.system()).checkOptions(choices.size(), rules)
                        instanceof Parsed.Refused<Integer>(List<Fault> faults)) {
            faults.forEach(fault -> refuse(fault.place(), fault.rule(), fault.message()));
        }
    }

    private List<String> labels() {
        List<@Nullable String> given = content.labels() == null ? List.of() : content.labels();
        if (given.size() > MAX_LABELS) {
            refuse("labels", "count", "There may be at most " + MAX_LABELS + " labels.");
        }
        return distinctTexts("labels", given, 40);
    }

    private Optional<Rules> rules(SystemName system) {
        Parsed<Rules> parsed =
                content.rules() == null
                        ? new Parsed.Accepted<>(Rules.defaultsFor(system))
                        : Rules.parseWithDefaults(system, content.rules());
        return switch (parsed) {
            case Parsed.Accepted<Rules>(Rules read) -> Optional.of(read);
            case Parsed.Refused<Rules>(List<Fault> faults) -> {
                faults.forEach(fault ->
                        refuse(
                                fault.place().isEmpty() ? "rules" : "rules." + fault.place(),
                                fault.rule(),
                                fault.message()));
                yield Optional.empty();
            }
        };
    }

    private List<String> distinctTexts(String field, List<@Nullable String> given, int max) {
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String place = field + "[" + i + "]";
            String text = text(place, given.get(i), 1, max);
            if (text == null) {
                continue;
            }
            if (!seen.add(text)) {
                refuse(place, "distinct", "It stands here twice.");
            }
            texts.add(text);
        }
        return texts;
    }

    private @Nullable String text(String field, @Nullable String given, int min, int max) {
        String text = required(field, given);
        if (text == null) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max || text.isBlank()) {
            refuse(field, "length", "It must have %d to %d characters.".formatted(min, max));
        }
        if (!UnicodeText.isWellFormed(text) || text.indexOf('\0') >= 0) {
            refuse(
                    field,
                    "well-formed-text",
                    "It must be well-formed Unicode without NUL characters.");
        }
        return text;
    }

    private <T> @Nullable T required(String field, @Nullable T given) {
        if (given == null) {
            refuse(field, "required", "It must be given.");
        }
        return given;
    }

    private void refuse(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, message));
    }
}
