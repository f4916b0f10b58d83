package com.rechain.dao.gateway.upstream;

/** What an instance said when it was last asked whether it is ready. */
public enum Readiness {
    /** Not asked yet. */
    UNKNOWN,
    READY,
    /** It answers, but asks for no requests: starting, stopping, or without its database. */
    NOT_READY,
    /** It does not answer. */
    SILENT
}
