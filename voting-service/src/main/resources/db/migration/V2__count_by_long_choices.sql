-- Rankings and points are counted by the whole choice, which is longer than the number of an option.
ALTER TABLE tally_counter
    MODIFY choice VARCHAR(2600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
