package com.rechain.dao.perf.seed;

import java.util.List;

/** Titles, texts, labels and names that are different enough to be searched in. */
final class Words {
    private static final List<String> VERBS =
            List.of(
                    "Fund",
                    "Renew",
                    "Extend",
                    "Replace",
                    "Audit",
                    "Publish",
                    "Translate",
                    "Rebuild",
                    "Retire",
                    "Sponsor",
                    "Hire",
                    "Measure",
                    "Merge",
                    "Rename",
                    "Protect",
                    "Open");
    private static final List<String> THINGS =
            List.of(
                    "treasury",
                    "bridge",
                    "library",
                    "council",
                    "newsletter",
                    "garden",
                    "archive",
                    "workshop",
                    "roadmap",
                    "charter",
                    "festival",
                    "website",
                    "dashboard",
                    "mentors",
                    "insurance",
                    "warehouse",
                    "orchestra",
                    "satellite",
                    "translation",
                    "kitchen",
                    "observatory",
                    "playground",
                    "radio",
                    "lighthouse",
                    "museum",
                    "forest");
    private static final List<String> FILLERS =
            List.of(
                    "members",
                    "budget",
                    "season",
                    "quarter",
                    "report",
                    "deadline",
                    "committee",
                    "volunteers",
                    "schedule",
                    "partners",
                    "region",
                    "proposal",
                    "reserve",
                    "contract",
                    "milestone",
                    "review",
                    "grant",
                    "expense",
                    "quality",
                    "safety",
                    "transport",
                    "energy",
                    "harvest",
                    "software",
                    "hardware",
                    "training",
                    "research",
                    "outreach");
    private static final List<String> LABELS =
            List.of(
                    "treasury",
                    "grants",
                    "people",
                    "rules",
                    "events",
                    "tools",
                    "outreach",
                    "research");
    private static final List<String> FIRST_NAMES =
            List.of(
                    "Ada", "Bela", "Chidi", "Dana", "Emil", "Farah", "Goran", "Hana", "Ines", "Jun",
                    "Kofi", "Lena", "Mira", "Noor", "Omar", "Pia");
    private static final int BODY_WORDS = 60;
    private static final int TITLE = -1;
    private static final int LABEL = -2;

    private Words() {}

    static String title(Chance chance, int proposal) {
        return "%s the %s of the %s, number %d"
                .formatted(
                        pick(VERBS, chance, TITLE, proposal),
                        pick(THINGS, chance, proposal, TITLE),
                        pick(FILLERS, chance, proposal, TITLE - 1),
                        proposal);
    }

    static String body(Chance chance, int proposal) {
        StringBuilder body = new StringBuilder("We ask the members to decide on this: ");
        for (int word = 0; word < BODY_WORDS; word++) {
            List<String> from = word % 3 == 0 ? THINGS : FILLERS;
            body.append(pick(from, chance, proposal, word)).append(word % 12 == 11 ? ". " : " ");
        }
        return body.append("The end.").toString();
    }

    /** None, one or two. */
    static List<String> labels(Chance chance, int proposal) {
        String first = pick(LABELS, chance, LABEL, proposal);
        String second = pick(LABELS, chance, proposal, LABEL);
        return switch (proposal % 3) {
            case 0 -> List.of();
            case 1 -> List.of(first);
            default -> first.equals(second) ? List.of(first) : List.of(first, second);
        };
    }

    static String comment(Chance chance, int proposal, int comment) {
        return "I would rather have the %s, if the %s allows."
                .formatted(
                        pick(THINGS, chance, proposal, 1_000 + comment),
                        pick(FILLERS, chance, proposal, 2_000 + comment));
    }

    static String person(Chance chance, int account) {
        return pick(FIRST_NAMES, chance, account, TITLE) + " " + account;
    }

    private static String pick(List<String> from, Chance chance, long a, long b) {
        return from.get(chance.below(from.size(), a, b));
    }
}
