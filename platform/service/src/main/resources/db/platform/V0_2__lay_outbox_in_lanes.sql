-- A lane is a sixteenth of all aggregates (Lane.java). Sharded by Vitess, an event lies with its aggregate by its lane, each
-- relay and its lease stay on one shard, and every shard has a heartbeat. On one primary nothing changes.
ALTER TABLE outbox
    ADD COLUMN lane TINYINT NOT NULL DEFAULT 0 AFTER sequence;

INSERT INTO outbox_lease (id)
VALUES (0), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

INSERT INTO heartbeat (id, beat_micros)
VALUES (0, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0), (12, 0), (13, 0), (14, 0),
    (15, 0);
