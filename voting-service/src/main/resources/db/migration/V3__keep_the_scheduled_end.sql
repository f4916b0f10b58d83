-- ends_at can move: once later when a late ballot reaches the quorum, or earlier when nothing more can change. What was
-- published stays beside it (null in rows of an older release: not moved).
ALTER TABLE box
    ADD COLUMN scheduled_ends_at DATETIME(6) NULL AFTER ends_at,
    ADD COLUMN moved_because     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER scheduled_ends_at;
