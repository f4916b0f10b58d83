package com.rechain.dao.platform.cache;

import java.util.function.Function;

/** How values become the bytes that all instances share, and come back. */
public record Codec<V>(Function<V, byte[]> encode, Function<byte[], V> decode) {
    /** Bytes as they are; shared by reference, so nobody may change them. */
    public static final Codec<byte[]> BYTES = new Codec<>(bytes -> bytes, bytes -> bytes);
}
