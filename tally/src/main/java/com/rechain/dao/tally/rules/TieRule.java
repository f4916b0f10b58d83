package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/** What an exact tie leads to. */
public enum TieRule implements Coded {
    /** The proposal is defeated. */
    DEFEAT,
    /** Nothing changes and the outcome says that it was a tie. */
    STATUS_QUO,
    /** It was a tie, and there is another vote among those that share the lead. */
    RUNOFF,
    /** A draw decides, by a seed that was published before the vote. */
    SEEDED_DRAW
}
