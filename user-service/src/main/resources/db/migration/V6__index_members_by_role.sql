-- Whether a space keeps an owner when one leaves, asked under its roster's lock: without this, all of its members are read.
ALTER TABLE membership
    ADD INDEX ix_membership_space_id_role (space_id, role, state, account_id);
