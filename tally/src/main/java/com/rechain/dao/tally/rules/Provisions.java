package com.rechain.dao.tally.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What rules may provide for besides what every vote has to say. Whatever is as usual is left out
 * of the canonical text, so that rules which know nothing of it keep their hash.
 *
 * @param veto null where no ballot can be a veto
 * @param defaultOption null where no option stands for none
 * @param tieSeed what {@link TieRule#SEEDED_DRAW} draws by, published before the vote; else null
 * @param finalMinutes the last minutes in which nothing may change under {@link
 *     ChangeOfVote#UNTIL_LAST}; else 0
 * @param survey whether the vote asks and decides nothing
 */
public record Provisions(
        @Nullable VetoRule veto,
        @Nullable DefaultOption defaultOption,
        @Nullable String tieSeed,
        long finalMinutes,
        EndingRule ending,
        DelegationRule delegation,
        boolean survey) {

    /** Nothing out of the ordinary. */
    public static final Provisions USUAL =
            new Provisions(null, null, null, 0, EndingRule.FIXED, DelegationRule.DIRECT, false);

    void write(ObjectNode target) {
        if (veto != null) {
            veto.write(target.putObject("veto"));
        }
        if (defaultOption != null) {
            defaultOption.write(target.putObject("defaultOption"));
        }
        if (tieSeed != null) {
            target.put("tieSeed", tieSeed);
        }
        if (finalMinutes > 0) {
            target.put("finalMinutes", Long.toString(finalMinutes));
        }
        if (!ending.equals(EndingRule.FIXED)) {
            ending.write(target.putObject("ending"));
        }
        if (!delegation.equals(DelegationRule.DIRECT)) {
            delegation.write(target.putObject("delegation"));
        }
        if (survey) {
            target.put("survey", true);
        }
    }
}
