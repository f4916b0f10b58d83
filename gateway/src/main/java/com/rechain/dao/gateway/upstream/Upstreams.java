package com.rechain.dao.gateway.upstream;

import com.rechain.dao.gateway.balance.BalanceStrategy;
import com.rechain.dao.gateway.route.Service;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** All services' instances, from configuration and, for names, from DNS. */
public class Upstreams {
    private static final Logger LOG = Logger.getLogger(Upstreams.class);

    private final Map<Service, Upstream> upstreams = new EnumMap<>(Service.class);
    private final Map<Service, List<InstanceSpec>> specs = new EnumMap<>(Service.class);
    private final int managementPort;
    private final ResilienceConfig resilience;
    private final HostLookup lookup;
    private final LongSupplier clock;

    public Upstreams(ServicesConfig services, ResilienceConfig resilience) {
        this(services, resilience, HostLookup::system, System::nanoTime);
    }

    /** With another resolver and another clock (nanoseconds from any origin). */
    public Upstreams(
            ServicesConfig services,
            ResilienceConfig resilience,
            HostLookup lookup,
            LongSupplier clock) {
        this.managementPort = services.managementPort();
        this.resilience = resilience;
        this.lookup = lookup;
        this.clock = clock;
        ServicesConfig.BalanceConfig balance = services.balance();
        add(Service.USER, services.userService(), balance.userService());
        add(Service.PROPOSAL, services.proposalService(), balance.proposalService());
        add(Service.VOTING, services.votingService(), balance.votingService());
    }

    /** The instances of {@code service}; always the same object. */
    public Upstream of(Service service) {
        Upstream upstream = upstreams.get(service);
        if (upstream == null) {
            throw new IllegalStateException("not configured: " + service.label());
        }
        return upstream;
    }

    /** Looks all names up again. Blocks. Instances that stay keep what is known of them. */
    public void resolve() {
        specs.forEach(this::resolve);
    }

    /** Whether there are names to look up at all. */
    public boolean usesNames() {
        return specs.values().stream().flatMap(List::stream).anyMatch(InstanceSpec::byName);
    }

    private void add(Service service, List<String> entries, BalanceStrategy strategy) {
        ResilienceConfig.RetryConfig retry = resilience.retry();
        RetryBudget budget = new RetryBudget(retry.budget(), retry.reserve());
        upstreams.put(service, new Upstream(service, strategy.balancer(), budget));
        specs.put(service, InstanceSpec.parseAll(entries));
        List<InstanceAddress> fixed = new ArrayList<>();
        for (InstanceSpec spec : InstanceSpec.parseAll(entries)) {
            if (!spec.byName()) {
                fixed.add(spec.at(spec.host(), managementPort));
            }
        }
        become(of(service), fixed);
    }

    private void resolve(Service service, List<InstanceSpec> wanted) {
        List<InstanceAddress> addresses = new ArrayList<>();
        try {
            for (InstanceSpec spec : wanted) {
                if (spec.byName()) {
                    lookup.addresses(spec.host()).forEach(ip -> addresses.add(at(spec, ip)));
                } else {
                    addresses.add(spec.at(spec.host(), managementPort));
                }
            }
        } catch (UnknownHostException e) {
            // The last known instances are a better guess than none.
            LOG.warnf("%s: name not resolved: %s", service.label(), e.getMessage());
            return;
        }
        become(of(service), addresses);
    }

    private InstanceAddress at(InstanceSpec spec, String ip) {
        return spec.at(ip, managementPort);
    }

    private void become(Upstream upstream, List<InstanceAddress> addresses) {
        Map<InstanceAddress, Instance> now = new LinkedHashMap<>();
        for (Instance known : upstream.instances()) {
            if (addresses.contains(known.address())) {
                now.put(known.address(), known);
            }
        }
        boolean joins = !upstream.instances().isEmpty();
        for (InstanceAddress address : addresses) {
            now.computeIfAbsent(address, a -> new Instance(a, resilience, clock, joins));
        }
        upstream.become(List.copyOf(now.values()));
    }
}
