package com.rechain.dao.tally.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedTest {
    private static final UUID PROPOSAL = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID VOTER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    @Test
    void aBallotAndItsReceiptAreCanonicalAndTheHashIsOverTheBallot() {
        RecordedBallot ballot = ballot(null);

        assertThat(canonical(ballot.canonical())).isEqualTo(ballot.canonical());
        assertThat(ballot.hash()).isEqualTo(Sha256.hex(ballot.canonical()));
        String receipt = ballot.receipt(ballot.hash());
        assertThat(canonical(receipt)).isEqualTo(receipt).contains(ballot.hash());
    }

    @Test
    void aReasonChangesTheHash() {
        assertThat(ballot("ab".repeat(32)).hash()).isNotEqualTo(ballot(null).hash());
    }

    @Test
    void anEntryIsCanonicalWithAndWithoutSources() {
        EligibleVoter alone = new EligibleVoter(VOTER, BigInteger.TEN, BigInteger.ZERO, null);
        EligibleVoter delegate =
                new EligibleVoter(VOTER, BigInteger.TEN, BigInteger.ONE, "cd".repeat(32));

        assertThat(canonical(alone.canonical())).isEqualTo(alone.canonical());
        assertThat(canonical(delegate.canonical())).isEqualTo(delegate.canonical());
        assertThat(alone.leafHash()).isNotEqualTo(delegate.leafHash());
    }

    private static RecordedBallot ballot(String reasonHash) {
        return new RecordedBallot(
                PROPOSAL,
                VOTER,
                1,
                "[3,1]",
                reasonHash,
                new BigInteger("12345678901234567890"),
                "ef".repeat(32),
                "01".repeat(16),
                Instant.parse("2026-01-02T03:04:05.000006Z"));
    }

    private static String canonical(String json) {
        return CanonicalJson.text(StrictJson.parse(json).orElseThrow());
    }
}
