package com.rechain.dao.perf.capacity;

import com.rechain.dao.perf.model.ErlangC;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a number of people takes. Throughput follows from Little's law with think time, {@code X = N
 * / (Z + R)}; utilisation from the utilisation law, {@code U = X D} (Lazowska et al., Quantitative
 * System Performance, 1984, ch. 3 and 5).
 *
 * @param perSecond requests
 * @param stations one for each kind of process
 * @param responseMillis mean response of a request, by M/M/c at each station
 */
record CapacityPlan(long users, double perSecond, List<Station> stations, double responseMillis) {
    /** The brief's target for CPU. */
    static final double TARGET = 0.7;

    private static final double MICROS = 1e6;
    private static final List<String> SERVICES =
            List.of("gateway", "user-service", "proposal-service", "voting-service");

    /**
     * One kind of process.
     *
     * @param cores how many it keeps busy
     * @param instances of a service, each with a core; 1 for what is not multiplied that way
     * @param processors that those instances have in all
     * @param connections of each pool of each instance; 0 without a database
     */
    record Station(String name, double cores, int instances, int processors, int connections) {
        double utilisation() {
            return cores / processors;
        }
    }

    /**
     * @param databaseCores processors of the primary's machine, and of a replica's
     */
    static CapacityPlan of(Demands demands, Mix mix, long users, int databaseCores) {
        double perSecond = users / Mix.THINK_SECONDS;
        Map<String, Double> held = demands.heldMillis(mix);
        List<Station> stations = new ArrayList<>();
        double response = 0;
        for (Map.Entry<String, Double> demand : demands.cpuMicros(mix).entrySet()) {
            Station station =
                    station(
                            demand.getKey(),
                            perSecond * demand.getValue() / MICROS,
                            perSecond * held.getOrDefault(demand.getKey(), 0.0) / 1e3,
                            databaseCores);
            stations.add(station);
            double wait = new ErlangC(station.processors(), station.cores()).meanWait();
            response += demand.getValue() / 1e3 * (1 + wait);
        }
        return new CapacityPlan(users, perSecond, List.copyOf(stations), response);
    }

    /**
     * How many people the station that fills first carries at the target; services grow, these do
     * not.
     */
    long usersUntilNextBottleneck() {
        return Math.round(users * TARGET / Math.max(1e-9, nextBottleneck().utilisation()));
    }

    /** What cannot be multiplied as services are, and is fullest. */
    Station nextBottleneck() {
        return stations.stream()
                .filter(station -> !SERVICES.contains(station.name()))
                .max(Comparator.comparingDouble(Station::utilisation))
                .orElseThrow();
    }

    /** All database connections: a primary's and a replica's pool in each instance. */
    int connections() {
        return stations.stream()
                .mapToInt(station -> 2 * station.instances() * station.connections())
                .sum();
    }

    /** Partitions of a topic: as many as the instances that consume it, so that none is idle. */
    int partitions() {
        return stations.stream()
                .filter(station -> station.connections() > 0)
                .mapToInt(Station::instances)
                .max()
                .orElse(1);
    }

    double residentBytes(Demands demands) {
        return stations.stream()
                .mapToDouble(station ->
                        station.instances()
                                * demands.residentBytes().getOrDefault(station.name(), 0.0))
                .sum();
    }

    private static Station station(String name, double cores, double busy, int databaseCores) {
        if (!SERVICES.contains(name)) {
            boolean isDatabase = name.equals("primary") || name.equals("replica");
            // Redis works on one core whatever it is given; the broker is given one here.
            return new Station(name, cores, 1, isDatabase ? databaseCores : 1, 0);
        }
        int instances = Math.max(1, (int) Math.ceil(cores / TARGET));
        int connections = name.equals("gateway") ? 0 : pool(busy / instances);
        return new Station(name, cores, instances, instances, connections);
    }

    /**
     * Busy connections and three standard deviations more: they are as good as Poisson (square-root
     * staffing, Halfin and Whitt 1981).
     */
    private static int pool(double busy) {
        return Math.max(2, (int) Math.ceil(busy + 3 * Math.sqrt(busy)));
    }
}
