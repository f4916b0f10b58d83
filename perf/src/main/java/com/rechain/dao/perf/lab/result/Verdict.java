package com.rechain.dao.perf.lab.result;

import com.rechain.dao.perf.lab.scenario.Band;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a run means.
 *
 * @param kind {@code band}: the brief's; {@code goal}: of targets 2.4
 * @param atLeast whether more is better
 * @param warning and {@code critical}: of a band
 * @param place where it lies: a band's {@link Band.Place}, or TARGET and ABOVE_TARGET of a goal
 */
public record Verdict(
        String name,
        String kind,
        double measured,
        String unit,
        boolean atLeast,
        double target,
        @Nullable Double warning,
        @Nullable Double critical,
        Band.Place place) {

    static Verdict band(String name, String unit, double measured, Band band) {
        return new Verdict(
                name,
                "band",
                measured,
                unit,
                false,
                band.target(),
                band.warning(),
                band.critical(),
                band.of(measured));
    }

    static Verdict atMost(String name, String unit, double measured, double goal) {
        Band.Place place = measured <= goal ? Band.Place.TARGET : Band.Place.ABOVE_TARGET;
        return new Verdict(name, "goal", measured, unit, false, goal, null, null, place);
    }

    static Verdict atLeast(String name, String unit, double measured, double goal) {
        Band.Place place = measured >= goal ? Band.Place.TARGET : Band.Place.ABOVE_TARGET;
        return new Verdict(name, "goal", measured, unit, true, goal, null, null, place);
    }

    /** Whether it is a band's warning or worse. */
    public boolean alarming() {
        return place == Band.Place.WARNING || place == Band.Place.CRITICAL;
    }
}
