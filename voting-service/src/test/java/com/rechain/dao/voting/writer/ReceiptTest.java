package com.rechain.dao.voting.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rechain.dao.tally.ballot.Choice;
import com.rechain.dao.tally.json.CanonicalJson;
import com.rechain.dao.tally.json.Sha256;
import com.rechain.dao.tally.json.StrictJson;
import com.rechain.dao.test.contract.EventContract;
import java.math.BigInteger;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private final Cast cast =
            new Cast(
                    Ballots.box(),
                    UUID.randomUUID(),
                    new Choice.Option(2),
                    "Because — ✓",
                    Ballots.DURING,
                    null,
                    null);
    private final Receipt receipt = Receipt.of(cast, 3, new BigInteger("9".repeat(38)));

    @Test
    void itsHandWrittenTextIsCanonical() {
        assertThat(canonical(receipt.canonical())).isEqualTo(receipt.canonical());
        String ballot = receipt.ballot().canonical();
        assertThat(canonical(ballot)).isEqualTo(ballot);
    }

    @Test
    void itsHashIsOverEverythingElseInIt() {
        ObjectNode json = (ObjectNode) StrictJson.parse(receipt.canonical()).orElseThrow();

        String hash = json.remove("ballotHash").textValue();

        assertThat(hash).isEqualTo(Sha256.hex(CanonicalJson.text(json)));
        assertThat(json.path("rulesHash").textValue()).isEqualTo(cast.box().rulesHash());
        assertThat(json.path("reasonHash").textValue()).isEqualTo(Sha256.hex("Because — ✓"));
    }

    @Test
    void equalBallotsHaveDifferentHashes() {
        Cast again =
                new Cast(
                        cast.box(),
                        cast.voterId(),
                        new Choice.Option(2),
                        "Because — ✓",
                        Ballots.DURING,
                        null,
                        null);

        assertThat(Receipt.of(again, 3, receipt.weight()).ballotHash())
                .isNotEqualTo(receipt.ballotHash());
    }

    @Test
    void itsEventKeepsTheContractAndSaysNothingWhileHidden() {
        String shown = BallotRecorded.payload(receipt, false);
        String hidden = BallotRecorded.payload(receipt, true);

        EventContract.assertKept(BallotRecorded.TYPE, shown);
        EventContract.assertKept(BallotRecorded.TYPE, hidden);
        assertThat(shown).contains("\"choice\":2,");
        assertThat(hidden).contains("\"choice\":null,");
    }

    private static String canonical(String json) {
        return CanonicalJson.text(StrictJson.parse(json).orElseThrow());
    }
}
