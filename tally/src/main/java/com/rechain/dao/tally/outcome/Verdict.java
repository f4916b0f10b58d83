package com.rechain.dao.tally.outcome;

/** What a finished vote came to. */
public enum Verdict {
    SUCCEEDED,
    DEFEATED,
    NO_QUORUM,
    TIED,
    /** Enough were against with veto. */
    VETOED,
    /** It asked and decided nothing. */
    SURVEY_DONE
}
