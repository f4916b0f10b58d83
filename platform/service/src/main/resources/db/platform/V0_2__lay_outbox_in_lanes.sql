-- A lane is a sixteenth of all aggregates (Lane.java). Sharded by Vitess, an event lies with its aggregate by its lane, each
-- relay and its lease stay on one shard, and every shard has a heartbeat. On one primary nothing changes.
ALTER TABLE outbox
    ADD COLUMN lane TINYINT NOT NULL DEFAULT 0 AFTER sequence;

-- One by one and outside of a transaction (the .conf beside this file): rows of two shards must not be written together.
INSERT INTO outbox_lease (id) VALUES (0);
INSERT INTO outbox_lease (id) VALUES (2);
INSERT INTO outbox_lease (id) VALUES (3);
INSERT INTO outbox_lease (id) VALUES (4);
INSERT INTO outbox_lease (id) VALUES (5);
INSERT INTO outbox_lease (id) VALUES (6);
INSERT INTO outbox_lease (id) VALUES (7);
INSERT INTO outbox_lease (id) VALUES (8);
INSERT INTO outbox_lease (id) VALUES (9);
INSERT INTO outbox_lease (id) VALUES (10);
INSERT INTO outbox_lease (id) VALUES (11);
INSERT INTO outbox_lease (id) VALUES (12);
INSERT INTO outbox_lease (id) VALUES (13);
INSERT INTO outbox_lease (id) VALUES (14);
INSERT INTO outbox_lease (id) VALUES (15);
INSERT INTO heartbeat (id, beat_micros) VALUES (0, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (2, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (3, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (4, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (5, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (6, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (7, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (8, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (9, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (10, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (11, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (12, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (13, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (14, 0);
INSERT INTO heartbeat (id, beat_micros) VALUES (15, 0);
