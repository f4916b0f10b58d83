package com.rechain.dao.platform.production;

import com.rechain.dao.platform.production.ProductionCheck.Finding;
import com.rechain.dao.platform.production.ProductionCheck.Severity;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs every {@link ProductionCheck} at start-up, logs the findings and refuses to start with a
 * serious one.
 */
@ApplicationScoped
public class ProductionChecks {
    private static final Logger LOG = Logger.getLogger(ProductionChecks.class);

    private final List<ProductionCheck> checks;

    ProductionChecks(@All List<ProductionCheck> checks) {
        this.checks = checks;
    }

    void check(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            report(checks.stream().flatMap(check -> check.findings().stream()).toList());
        }
    }

    static void report(List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding.severity()) {
                case WARN -> LOG.warnf("not ready for production: %s", finding.message());
                case STOP -> LOG.errorf("not fit for production: %s", finding.message());
            }
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.STOP)) {
            throw new IllegalStateException(
                    "the configuration is not fit for production; see the errors above");
        }
    }
}
