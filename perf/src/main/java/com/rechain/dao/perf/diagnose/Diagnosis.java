package com.rechain.dao.perf.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found in a run.
 *
 * @param findings those that nothing else explains, strongest first; empty for a healthy run
 * @param explained those that one of the findings explains
 */
public record Diagnosis(List<Finding> findings, List<Finding> explained) {
    private static final List<Rule> RULES =
            List.of(
                    new CpuQuotaRule(),
                    new InstanceRule(),
                    new NetworkRule(),
                    new ReplicaRule(),
                    new LeakRule(),
                    new AllocationRule(),
                    new CpuRule(),
                    new MissingIndexRule(),
                    new StatementsRule(),
                    new RowLockRule(),
                    new PoolRule(),
                    new RedisRule(),
                    new CacheRule(),
                    new ConsumerRule(),
                    new MachineRule());

    public Diagnosis {
        findings = List.copyOf(findings);
        explained = List.copyOf(explained);
    }

    /** Lets every rule look, then keeps what no other finding explains. */
    public static Diagnosis of(Figures run, Figures healthy) {
        Sight sight = new Sight(run, healthy);
        List<Finding> all =
                RULES.stream()
                        .flatMap(rule -> rule.look(sight))
                        .sorted(Comparator.comparingDouble(Finding::excess).reversed())
                        .toList();
        Set<Cause> causes = all.stream().map(Finding::cause).collect(Collectors.toSet());
        Set<Cause> explained =
                causes.stream()
                        .flatMap(cause -> Explanations.of(cause).stream())
                        .collect(Collectors.toSet());
        List<Finding> roots = new ArrayList<>();
        List<Finding> symptoms = new ArrayList<>();
        all.forEach(
                finding -> (explained.contains(finding.cause()) ? symptoms : roots).add(finding));
        return new Diagnosis(roots, symptoms);
    }

    /** The bottleneck, or none. */
    public Optional<Finding> bottleneck() {
        return findings.stream().findFirst();
    }
}
