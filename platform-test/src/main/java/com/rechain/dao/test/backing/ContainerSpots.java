package com.rechain.dao.test.backing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the four containers of one home are. */
record ContainerSpots(
        ContainerSpot primary, ContainerSpot replica, ContainerSpot redis, ContainerSpot kafka) {

    static ContainerSpots parse(String text) {
        List<ContainerSpot> spots = Stream.of(text.split(",")).map(ContainerSpot::parse).toList();
        return new ContainerSpots(spots.get(0), spots.get(1), spots.get(2), spots.get(3));
    }

    @Override
    public String toString() {
        return Stream.of(primary, replica, redis, kafka)
                .map(ContainerSpot::toString)
                .collect(Collectors.joining(","));
    }
}
