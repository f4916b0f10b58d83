package com.rechain.dao.tally.rules;

import com.rechain.dao.tally.json.Coded;

/** When choices and scores may be seen by anyone but their voter. */
public enum Visibility implements Coded {
    PUBLIC_LIVE,
    HIDDEN_UNTIL_CLOSE
}
