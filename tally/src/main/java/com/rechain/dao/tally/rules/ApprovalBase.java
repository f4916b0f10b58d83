package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/** What the weight in favour is measured against. */
public enum ApprovalBase implements Coded {
    /** Weight for and against; abstentions do not matter. */
    FOR_AGAINST,
    /** All weight cast. */
    CAST,
    /** All weight that could have been cast. */
    ELIGIBLE
}
