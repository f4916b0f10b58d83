package com.rechain.dao.user.settings;

import com.rechain.dao.platform.problem.Problem;

/** What became of setting. */
public sealed interface SettingsOutcome {
    /** These hold now. */
    record Set(SettingsView settings) implements SettingsOutcome {}

    /** They have changed since they were read. */
    record Stale() implements SettingsOutcome {}

    /** It takes another role. */
    record NotAllowed() implements SettingsOutcome {}

    /** Nothing but a proposal changes them. */
    record OnlyByProposal() implements SettingsOutcome {}

    /** What comes out of the change cannot be settings; {@code why} says it for people. */
    record Unfit(String why) implements SettingsOutcome {}

    /** Nobody could go on under them, or their rules fit no vote. */
    record Refused(Problem problem) implements SettingsOutcome {}

    /** There is no such space, or none that the caller may see. */
    record UnknownSpace() implements SettingsOutcome {}
}
