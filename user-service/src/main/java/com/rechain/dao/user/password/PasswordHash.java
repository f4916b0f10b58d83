package com.rechain.dao.user.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Argon2id hash with all that is needed to check a password against it, written and read in the
 * PHC string format.
 */
@SuppressWarnings("ArrayRecordComponent") // equal by value, see below; nobody writes to them
public record PasswordHash(Argon2Parameters parameters, byte[] salt, byte[] hash) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /**
     * Reads a PHC string.
     *
     * @throws IllegalArgumentException when it is not one of Argon2id version 19
     */
    public static PasswordHash parse(String phc) {
        Matcher matcher = FORM.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        Argon2Parameters parameters =
                new Argon2Parameters(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
        Base64.Decoder decoder = Base64.getDecoder();
        return new PasswordHash(
                parameters, decoder.decode(matcher.group(4)), decoder.decode(matcher.group(5)));
    }

    /** This hash as a PHC string. */
    public String phc() {
        Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        parameters.memoryKib(),
                        parameters.iterations(),
                        parameters.parallelism(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }

    /** Whether {@code other} is the same hash value; takes the same time wherever they differ. */
    boolean hasValue(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PasswordHash that
                && parameters.equals(that.parameters)
                && Arrays.equals(salt, that.salt)
                && hasValue(that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    /** Says nothing that could be attacked. */
    @Override
    public String toString() {
        return "PasswordHash[" + parameters + "]";
    }
}
