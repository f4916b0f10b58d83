package com.rechain.dao.voting.writer;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ballot of a voter that counts at the moment, with the receipt that was given for it.
 *
 * @param weight that it carries now; what it carried when it was cast stands in the receipt
 */
public record CurrentBallot(
        int revision,
        String choice,
        @Nullable String reasonHash,
        BigInteger weight,
        Instant castAt,
        String receipt) {

    static CurrentBallot of(Receipt receipt) {
        return new CurrentBallot(
                receipt.revision(),
                receipt.choice(),
                receipt.reasonHash(),
                receipt.weight(),
                receipt.castAt(),
                receipt.canonical());
    }

    CurrentBallot carrying(BigInteger less) {
        return new CurrentBallot(revision, choice, reasonHash, less, castAt, receipt);
    }

    /** Whether a ballot says nothing new. */
    boolean says(Cast cast) {
        return choice.equals(cast.choice()) && Objects.equals(reasonHash, cast.reasonHash());
    }
}
