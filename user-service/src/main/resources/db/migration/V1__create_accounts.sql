-- People, how they prove who they are, and where they are signed in. Keys compared byte by byte hold normalised text;
-- what people read is kept beside it as they wrote it.

CREATE TABLE account (
    id                BINARY(16)   NOT NULL,
    handle            VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name      VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    email             VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    email_key         VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    email_verified_at DATETIME(6)  NULL,
    locale            VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    time_zone         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    status            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at        DATETIME(6)  NOT NULL,
    updated_at        DATETIME(6)  NOT NULL,
    version           BIGINT       NOT NULL,
    PRIMARY KEY (id),
    -- in this order: somebody who registers twice is told of the address first
    CONSTRAINT uq_account_email_key UNIQUE (email_key),
    CONSTRAINT uq_account_handle UNIQUE (handle)
);

-- One way to prove to be an account's holder. For PASSWORD the subject is the account's id and the secret a PHC string.
CREATE TABLE credential (
    id         BINARY(16)   NOT NULL,
    account_id BINARY(16)   NOT NULL,
    kind       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issuer     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    secret     VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    updated_at DATETIME(6)  NOT NULL,
    version    BIGINT       NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_credential_kind_issuer_subject UNIQUE (kind, issuer, subject),
    KEY ix_credential_account_id (account_id),
    CONSTRAINT fk_credential_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);

-- One sign-in on one device: the family of all refresh tokens that were rotated out of its first one.
CREATE TABLE session (
    id              BINARY(16)   NOT NULL,
    account_id      BINARY(16)   NOT NULL,
    user_agent      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    address         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    generation      BIGINT       NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    last_used_at    DATETIME(6)  NOT NULL,
    idle_expires_at DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NOT NULL,
    revoked_at      DATETIME(6)  NULL,
    revoked_because VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (id),
    KEY ix_session_account_id_id (account_id, id),
    KEY ix_session_expires_at (expires_at),
    CONSTRAINT fk_session_account_id FOREIGN KEY (account_id) REFERENCES account (id)
);

-- Only the SHA-256 of a token is kept. A row stays when its token is rotated, so that a second use is noticed.
CREATE TABLE refresh_token (
    token_hash BINARY(32)  NOT NULL,
    session_id BINARY(16)  NOT NULL,
    generation BIGINT      NOT NULL,
    issued_at  DATETIME(6) NOT NULL,
    rotated_at DATETIME(6) NULL,
    PRIMARY KEY (token_hash),
    CONSTRAINT uq_refresh_token_session_id_generation UNIQUE (session_id, generation),
    CONSTRAINT fk_refresh_token_session_id FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);
