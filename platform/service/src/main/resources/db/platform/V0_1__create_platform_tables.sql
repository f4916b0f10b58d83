-- Tables that every service's schema has, whatever it is about. Keys lead with the aggregate (or scope), so that a
-- transaction of one aggregate stays on one shard where a schema is sharded.

-- Events waiting to be relayed to Kafka, written by the transaction that they tell of (R5). Relayed rows are deleted.
CREATE TABLE outbox (
    aggregate_id BINARY(16)  NOT NULL,
    sequence     BIGINT      NOT NULL AUTO_INCREMENT,
    event_id     BINARY(16)  NOT NULL,
    type         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    occurred_at  DATETIME(6) NOT NULL,
    traceparent  VARCHAR(55) CHARACTER SET ascii COLLATE ascii_bin NULL,
    payload      LONGTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (aggregate_id, sequence),
    KEY ix_outbox_sequence (sequence)
);

-- Whoever holds this row's lock is the one instance that relays, which keeps the order of events per aggregate.
CREATE TABLE outbox_lease (
    id TINYINT NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO outbox_lease (id) VALUES (1);

-- Events whose effect has been applied: committed with the effect, so that a redelivery changes nothing.
CREATE TABLE inbox (
    aggregate_id BINARY(16)  NOT NULL,
    consumer     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_id     BINARY(16)  NOT NULL,
    seen_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (aggregate_id, consumer, event_id),
    KEY ix_inbox_seen_at (seen_at)
);

-- Answers given to requests with an Idempotency-Key, kept 24 hours (R4). scope_id is what the key is unique within.
CREATE TABLE idempotency_key (
    scope_id     BINARY(16)   NOT NULL,
    caller_id    BINARY(16)   NOT NULL,
    request_key  VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash BINARY(32)   NOT NULL,
    status       SMALLINT     NOT NULL,
    location     VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NULL,
    body         LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (scope_id, caller_id, request_key),
    KEY ix_idempotency_key_created_at (created_at)
);

-- Beaten on the primary every second, read on the replica: tells how far the replica has come.
CREATE TABLE heartbeat (
    id          TINYINT NOT NULL,
    beat_micros BIGINT  NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO heartbeat (id, beat_micros) VALUES (1, 0);
