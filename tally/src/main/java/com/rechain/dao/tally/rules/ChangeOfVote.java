package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/** Whether a voter may replace a ballot. */
public enum ChangeOfVote implements Coded {
    NONE,
    UNTIL_CLOSE,
    /** Until the last {@link Provisions#finalMinutes} minutes. */
    UNTIL_LAST
}
