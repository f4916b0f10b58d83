-- Delegations are frozen with the electorate, as flows. What a topic is, and whether there are flows at all, stands in the
-- box: ballots read that row anyway.
ALTER TABLE box
    ADD COLUMN labels    TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN delegated BOOLEAN NOT NULL DEFAULT FALSE;

-- An entry stays as it was frozen but for overridden_weight: how much of what was received has been taken back by now.
-- sources_root is the RFC 6962 root over what was received. (The column sources was never written.)
ALTER TABLE electorate_entry
    DROP COLUMN sources,
    ADD COLUMN overridden_weight DECIMAL(38) NOT NULL DEFAULT 0,
    ADD COLUMN sources_root      BINARY(32)  NULL;

-- Weight of an owner that the target's ballot carries until the owner, or somebody in between, has voted. Numbered in the
-- order of the targets, then of owners and paths. Only overridden_by changes, and only under the lock of the target's entry.
CREATE TABLE electorate_flow (
    proposal_id   BINARY(16)  NOT NULL,
    flow_no       INT         NOT NULL,
    owner_id      BINARY(16)  NOT NULL,
    target_id     BINARY(16)  NOT NULL,
    amount        DECIMAL(38) NOT NULL,
    path          TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    overridden_by BINARY(16)  NULL,
    PRIMARY KEY (proposal_id, flow_no),
    KEY ix_electorate_flow_proposal_target (proposal_id, target_id, flow_no),
    KEY ix_electorate_flow_proposal_owner (proposal_id, owner_id, flow_no)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;

-- Whose first ballot takes a flow back: its owner's, and that of every hand before the last.
CREATE TABLE electorate_flow_via (
    proposal_id BINARY(16) NOT NULL,
    via_id      BINARY(16) NOT NULL,
    flow_no     INT        NOT NULL,
    PRIMARY KEY (proposal_id, via_id, flow_no)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;

-- Every time that a ballot has lost weight to a vote of those it came from; never changed.
CREATE TABLE ballot_reweighting (
    proposal_id   BINARY(16)  NOT NULL,
    voter_id      BINARY(16)  NOT NULL,
    overridden_by BINARY(16)  NOT NULL,
    revision      INT         NOT NULL,
    weight_before DECIMAL(38) NOT NULL,
    weight_after  DECIMAL(38) NOT NULL,
    at            DATETIME(6) NOT NULL,
    PRIMARY KEY (proposal_id, voter_id, overridden_by)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;
