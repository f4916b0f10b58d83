package com.rechain.dao.perf.lab.community;

import java.util.UUID;

/** Somebody with a token who may vote. */
public record Voter(UUID id, String token) {
    /** Says nothing that is secret. */
    @Override
    public String toString() {
        return "Voter[" + id + "]";
    }
}
