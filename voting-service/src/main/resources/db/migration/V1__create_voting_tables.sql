-- The voting schema. Every table leads its key with proposal_id, so that all rows of one vote lie together and the schema
-- can later be split by proposal (Vitess: proposal_id is the vindex column of every table, and the transaction of one
-- ballot touches one shard). There are no foreign keys: MySQL refuses them on partitioned tables and Vitess across shards;
-- what they would guard is guarded by the order in which one transaction writes. Weights are whole numbers of at most 38
-- digits; their sums get 60.

-- What this service knows of the visibility of spaces, taken from user-service's events. Small, read through a cache;
-- under Vitess a reference table or a keyspace of its own.
CREATE TABLE space_visibility (
    space_id   BINARY(16)  NOT NULL,
    visibility VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    BIGINT      NOT NULL,
    PRIMARY KEY (space_id)
);

-- A proposal as its ballots need it: frozen when published. Ballots lock the row shared, the closer exclusively: that is
-- what keeps a ballot from slipping in behind the recount.
CREATE TABLE box (
    proposal_id  BINARY(16)  NOT NULL,
    space_id     BINARY(16)  NOT NULL,
    choices      MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    rules        TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    rules_hash   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    starts_at    DATETIME(6) NOT NULL,
    ends_at      DATETIME(6) NOT NULL,
    state        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    published_at DATETIME(6) NOT NULL,
    PRIMARY KEY (proposal_id),
    KEY ix_box_state_ends_at (state, ends_at)
);

-- Who freezes an electorate holds its lease; every chunk renews it in its own transaction, so that a slow instance that
-- has lost the lease cannot write any more.
CREATE TABLE electorate (
    proposal_id     BINARY(16)    NOT NULL,
    space_id        BINARY(16)    NOT NULL,
    taken_at        DATETIME(6)   NOT NULL,
    state           VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts        INT           NOT NULL DEFAULT 0,
    next_attempt_at DATETIME(6)   NOT NULL,
    lease_owner     BINARY(16)    NULL,
    lease_until     DATETIME(6)   NULL,
    voters          BIGINT        NULL,
    total_weight    DECIMAL(60)   NULL,
    merkle_root     BINARY(32)    NULL,
    ready_at        DATETIME(6)   NULL,
    PRIMARY KEY (proposal_id),
    KEY ix_electorate_state_next_attempt_at (state, next_attempt_at)
);

-- Immutable once the electorate is READY. A ballot locks its voter's entry: it gives the weight, and it makes the ballots
-- of one voter wait for each other over all instances. Delegation fills received_weight and sources.
CREATE TABLE electorate_entry (
    proposal_id     BINARY(16)  NOT NULL,
    voter_id        BINARY(16)  NOT NULL,
    own_weight      DECIMAL(38) NOT NULL,
    received_weight DECIMAL(38) NOT NULL DEFAULT 0,
    sources         MEDIUMTEXT  CHARACTER SET ascii COLLATE ascii_bin NULL,
    leaf_hash       BINARY(32)  NOT NULL,
    PRIMARY KEY (proposal_id, voter_id)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;

-- The one current ballot of each voter. Its primary key is the only guard against a double vote (R1).
-- Partitioned by proposal: KEY is the hash that takes a BINARY column, 16 parts keep each B-tree small enough to stay in
-- memory at some ten million rows, and the partition is found from the key every statement has. ix_ballot_voter_cast_at
-- serves "my ballots" only and is the one index that looks into every part (and, sharded, asks every shard).
CREATE TABLE ballot (
    proposal_id BINARY(16)    NOT NULL,
    voter_id    BINARY(16)    NOT NULL,
    revision    INT           NOT NULL,
    choice      VARCHAR(4096) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    weight      DECIMAL(38)   NOT NULL,
    reason_hash BINARY(32)    NULL,
    ballot_hash BINARY(32)    NOT NULL,
    cast_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (proposal_id, voter_id),
    KEY ix_ballot_proposal_cast_at (proposal_id, cast_at, voter_id),
    KEY ix_ballot_voter_cast_at (voter_id, cast_at, proposal_id)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;

-- Every ballot ever cast, never changed. The receipt is kept as the bytes that were answered: a retry gets the same ones,
-- whatever version of the service answers it. The nonce keeps the published hash of a hidden ballot from being guessed.
CREATE TABLE ballot_revision (
    proposal_id BINARY(16)    NOT NULL,
    voter_id    BINARY(16)    NOT NULL,
    revision    INT           NOT NULL,
    choice      VARCHAR(4096) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    weight      DECIMAL(38)   NOT NULL,
    reason      TEXT          CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    nonce       BINARY(16)    NOT NULL,
    ballot_hash BINARY(32)    NOT NULL,
    cast_at     DATETIME(6)   NOT NULL,
    receipt     VARCHAR(6000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (proposal_id, voter_id, revision)
)
PARTITION BY KEY (proposal_id) PARTITIONS 16;

-- The running tally, changed in the ballots' own transaction. Writers take different shards of a counter so that they do
-- not wait for each other; only the sum over the shards means anything (one shard alone may be negative).
CREATE TABLE tally_counter (
    proposal_id BINARY(16)  NOT NULL,
    choice      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    shard       SMALLINT    NOT NULL,
    weight      DECIMAL(60) NOT NULL,
    ballots     BIGINT      NOT NULL,
    PRIMARY KEY (proposal_id, choice, shard)
);

-- When a tally was last announced, and which: keeps tally.updated to once a second over all instances.
CREATE TABLE tally_announcement (
    proposal_id  BINARY(16)  NOT NULL,
    announced_at DATETIME(6) NOT NULL,
    fingerprint  BINARY(32)  NOT NULL,
    PRIMARY KEY (proposal_id)
);

-- The certified result: canonical JSON, byte for byte what its hash is over. A runoff would be round 2.
CREATE TABLE result (
    proposal_id  BINARY(16)  NOT NULL,
    round        INT         NOT NULL,
    outcome      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    document     MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    result_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    certified_at DATETIME(6) NOT NULL,
    PRIMARY KEY (proposal_id, round)
);
