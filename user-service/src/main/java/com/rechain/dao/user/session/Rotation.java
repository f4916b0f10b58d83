package com.rechain.dao.user.session;

import com.rechain.dao.user.web.Client;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh token that is presented leads to: a pure function of what is known about it.
 *
 * <p>Tokens are single-use, so a second use means that two hold the same token, and the whole
 * family ends. One second use is innocent: the answer with the new token was lost and the client
 * asks again, or two tabs ask at once. So the token rotated last, used again by the same client
 * within the grace period, is rotated once more. A thief would have to be as quick, at the same
 * network address and with the same program, and the next use by whoever comes second still ends
 * the family.
 */
sealed interface Rotation {
    /** The token is the newest of its family: it is rotated. */
    record Next() implements Rotation {}

    /** The token was just rotated and the answer may be lost: it is rotated again. */
    record Again() implements Rotation {}

    /** The token was used before: the family ends. */
    record Stolen() implements Rotation {}

    /** The session has ended by itself or was revoked. */
    record Over() implements Rotation {}

    /**
     * What is known about a presented token.
     *
     * @param generation of the token
     * @param newest the generation that its session has come to
     * @param rotatedAt when it was rotated, or null
     * @param open whether its session is neither expired nor revoked
     * @param revoked whether its session was revoked
     * @param lastClient who used the session last
     */
    record Known(
            long generation,
            long newest,
            @Nullable Instant rotatedAt,
            boolean open,
            boolean revoked,
            Client lastClient) {}

    static Rotation of(Known token, Client client, Instant now, Duration grace) {
        boolean used = token.rotatedAt() != null;
        if (token.revoked() || (!token.open() && !used)) {
            return new Over();
        }
        if (!used) {
            return new Next();
        }
        return token.open() && isInnocent(token, client, now, grace) ? new Again() : new Stolen();
    }

    private static boolean isInnocent(Known token, Client client, Instant now, Duration grace) {
        return token.rotatedAt() != null
                && token.generation() == token.newest() - 1
                && now.isBefore(token.rotatedAt().plus(grace))
                && client.looksLike(token.lastClient());
    }
}
