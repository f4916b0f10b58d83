CREATE TABLE note (
    id    BINARY(16)   NOT NULL,
    title VARCHAR(100) NOT NULL,
    PRIMARY KEY (id)
);
