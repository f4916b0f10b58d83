package com.rechain.dao.devstack.fleet;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a fleet is to look like.
 *
 * @param root the repository, where the built services are
 * @param state folder for logs and pid files
 * @param counts instances per service, where it is not one
 * @param extras variables for every instance of a service on top of the usual ones
 */
public record FleetSettings(
        Path root,
        Path state,
        PortPlan ports,
        Map<ServiceName, Integer> counts,
        Map<ServiceName, Map<String, String>> extras) {

    private static final String JVM_OPTIONS = "JAVA_TOOL_OPTIONS";

    public FleetSettings {
        counts = Map.copyOf(counts);
        extras = Map.copyOf(extras);
    }

    /** One instance of each service. */
    public static FleetSettings of(Path root, Path state, PortPlan ports) {
        return new FleetSettings(root, state, ports, Map.of(), Map.of());
    }

    public FleetSettings withInstances(ServiceName service, int count) {
        Map<ServiceName, Integer> changed = new EnumMap<>(ServiceName.class);
        changed.putAll(counts);
        changed.put(service, count);
        return new FleetSettings(root, state, ports, changed, extras);
    }

    /** With one more variable for the instances of a service. */
    public FleetSettings withVariable(ServiceName service, String name, String value) {
        Map<ServiceName, Map<String, String>> changed = new EnumMap<>(ServiceName.class);
        changed.putAll(extras);
        Map<String, String> variables = new LinkedHashMap<>(variablesOf(service));
        variables.put(name, value);
        changed.put(service, Map.copyOf(variables));
        return new FleetSettings(root, state, ports, counts, changed);
    }

    /** With one more option for the JVMs of a service. */
    public FleetSettings withJvmOption(ServiceName service, String option) {
        String before = variablesOf(service).getOrDefault(JVM_OPTIONS, "");
        return withVariable(service, JVM_OPTIONS, (before + " " + option).strip());
    }

    int count(ServiceName service) {
        return counts.getOrDefault(service, 1);
    }

    Map<String, String> variablesOf(ServiceName service) {
        return extras.getOrDefault(service, Map.of());
    }
}
