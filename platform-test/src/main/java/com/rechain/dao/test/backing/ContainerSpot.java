package com.rechain.dao.test.backing;

/** Where a container is: its id and its port on this machine. */
record ContainerSpot(String id, int port) {

    static ContainerSpot parse(String text) {
        String[] parts = text.split(":", 2);
        return new ContainerSpot(parts[0], Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return id + ":" + port;
    }
}
