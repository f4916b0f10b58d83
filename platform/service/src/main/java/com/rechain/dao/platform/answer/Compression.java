package com.rechain.dao.platform.answer;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses what is sent often; small answers stay as they are, for they fit in one packet. */
final class Compression {
    /** From this size on compressing is worth it. */
    static final int LEAST_BYTES = 1_024;

    // Ten times the speed of the densest, at a tenth more bytes.
    private static final int BROTLI_QUALITY = 5;
    private static final byte[] NONE = {};

    private Compression() {}

    /** {@code bytes} by gzip; nothing when that gains nothing. */
    static byte[] gzip(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            return NONE;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new Gzip(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return smaller(out.toByteArray(), bytes);
    }

    /** {@code bytes} by Brotli; nothing where its library does not run. */
    static byte[] brotli(byte[] bytes) {
        if (bytes.length < LEAST_BYTES || !Brotli4jLoader.isAvailable()) {
            return NONE;
        }
        try {
            return smaller(
                    Encoder.compress(bytes, new Encoder.Parameters().setQuality(BROTLI_QUALITY)),
                    bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
    }

    private static byte[] smaller(byte[] compressed, byte[] plain) {
        return compressed.length < plain.length ? compressed : NONE;
    }

    /** At a level of its own: it is done once and sent often. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
