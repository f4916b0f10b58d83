-- The keys that sign access tokens. The private half is AES-GCM ciphertext: a copy of the table signs nothing.

CREATE TABLE signing_key (
    kid          VARCHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    public_key   VARBINARY(1024) NOT NULL,
    private_key  VARBINARY(4096) NOT NULL,
    created_at   DATETIME(6)     NOT NULL,
    activates_at DATETIME(6)     NOT NULL,
    revoked_at   DATETIME(6)     NULL,
    PRIMARY KEY (kid),
    KEY ix_signing_key_activates_at (activates_at)
);

-- Whoever holds this row's lock is the one instance that may add or remove keys.
CREATE TABLE signing_key_rotation (
    id TINYINT NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO signing_key_rotation (id) VALUES (1);
