package com.rechain.dao.voting.writer;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes the nonces of ballots. A ballot has few possible choices, so without one anybody could try
 * them all against its published hash while the vote is still hidden.
 */
final class Nonces {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonces() {}

    /** 128 bits of chance as 32 hexadecimal digits. */
    static String next() {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }
}
