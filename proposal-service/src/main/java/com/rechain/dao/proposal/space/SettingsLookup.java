package com.rechain.dao.proposal.space;

/** What is known of a space's settings. */
public sealed interface SettingsLookup {
    /** These hold now. */
    record Known(SpaceSettings settings) implements SettingsLookup {}

    /** There is no such space. */
    record NoSuchSpace() implements SettingsLookup {}

    /** They cannot be looked up now, so nothing may be decided by them. */
    record Unknown() implements SettingsLookup {}
}
