package com.rechain.dao.gateway.route;

/**
 * Tells whether octets are well-formed UTF-8, one after the other: no overlong forms, no
 * surrogates, nothing beyond U+10FFFF. After the decoder of the WHATWG Encoding Standard.
 */
final class Utf8Check {
    static final String REASON = "The escapes are not UTF-8.";

    private int needed;
    private int lowest = 0x80;
    private int highest = 0xbf;

    /** Whether {@code octet} may come next. */
    boolean accept(int octet) {
        if (needed == 0) {
            return begin(octet);
        }
        if (octet < lowest || octet > highest) {
            return false;
        }
        lowest = 0x80;
        highest = 0xbf;
        needed--;
        return true;
    }

    /** Whether no character is half read. */
    boolean complete() {
        return needed == 0;
    }

    private boolean begin(int octet) {
        if (octet < 0x80) {
            return true;
        }
        if (octet < 0xc2 || octet > 0xf4) {
            return false;
        }
        needed = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
        switch (octet) {
            case 0xe0 -> lowest = 0xa0;
            case 0xed -> highest = 0x9f;
            case 0xf0 -> lowest = 0x90;
            case 0xf4 -> highest = 0x8f;
            default -> {}
        }
        return true;
    }
}
