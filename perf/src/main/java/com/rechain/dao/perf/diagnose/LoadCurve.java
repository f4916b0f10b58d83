package com.rechain.dao.perf.diagnose;

import com.rechain.dao.perf.model.ScalabilityLaw;
import com.rechain.dao.perf.observe.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * The scalability law that a run's own seconds follow: throughput at the gateway by the requests
 * that were in the system, which is the response time that each second added up to (Little's law).
 */
final class LoadCurve {
    private static final String GATEWAY = "gateway-1";
    private static final String SERVED = "http_server_requests_seconds";
    private static final int FEWEST_SECONDS = 10;
    private static final double SPREAD = 2;

    private LoadCurve() {}

    /** None where the load was much the same all the time: a point is no curve. */
    static Optional<ScalabilityLaw> of(Evidence evidence) {
        List<ScalabilityLaw.Point> points =
                evidence.steps().stream()
                        .map(LoadCurve::point)
                        .filter(point -> point.perSecond() > 0 && point.n() >= 1)
                        .toList();
        double least = points.stream().mapToDouble(ScalabilityLaw.Point::n).min().orElse(1);
        double most = points.stream().mapToDouble(ScalabilityLaw.Point::n).max().orElse(1);
        return points.size() < FEWEST_SECONDS || most < SPREAD * least
                ? Optional.empty()
                : Optional.of(ScalabilityLaw.fit(points));
    }

    private static ScalabilityLaw.Point point(Evidence second) {
        double seconds = Math.max(0.1, second.seconds());
        return new ScalabilityLaw.Point(
                second.delta(GATEWAY, SERVED + "_sum") / seconds,
                second.delta(GATEWAY, SERVED + "_count") / seconds);
    }
}
