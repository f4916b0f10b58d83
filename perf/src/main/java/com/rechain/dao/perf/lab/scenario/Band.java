package com.rechain.dao.perf.lab.scenario;

/** What the founding brief says of a figure, of which less is better. */
public record Band(double target, double warning, double critical) {

    /** Where a figure lies. */
    public enum Place {
        /** As it should be. */
        TARGET,
        /** Above the target, and no alarm. */
        ABOVE_TARGET,
        WARNING,
        CRITICAL
    }

    /** Where {@code measured} lies. */
    public Place of(double measured) {
        if (measured > critical) {
            return Place.CRITICAL;
        }
        if (measured > warning) {
            return Place.WARNING;
        }
        return measured > target ? Place.ABOVE_TARGET : Place.TARGET;
    }
}
