package com.rechain.dao.test.backing;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.rechain.dao.devstack.backing.BackingServer;
import com.rechain.dao.devstack.process.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;

/**
 * A backing server in a container that exists already; its host port is fixed, so restarts keep it.
 */
final class ContainerServer implements BackingServer {
    private static final Duration END_LIMIT = Duration.ofSeconds(15);
    private static final int STOP_SECONDS = 10;

    private final String name;
    private final ContainerSpot spot;
    private final BooleanSupplier answers;
    private final DockerClient docker = DockerClientFactory.instance().client();

    ContainerServer(String name, ContainerSpot spot, BooleanSupplier answers) {
        this.name = name;
        this.spot = spot;
        this.answers = answers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return spot.port();
    }

    @Override
    public boolean alive() {
        return Boolean.TRUE.equals(
                docker.inspectContainerCmd(spot.id()).exec().getState().getRunning());
    }

    @Override
    public void start() {
        try {
            docker.startContainerCmd(spot.id()).exec();
        } catch (NotModifiedException _) {
            // It runs, which is what was asked for.
        }
    }

    @Override
    public void awaitReady(Duration limit) {
        if (!Await.until(limit, answers)) {
            throw new AssertionError("%s did not get ready within %s".formatted(name, limit));
        }
    }

    @Override
    public void stop() {
        try {
            docker.stopContainerCmd(spot.id()).withTimeout(STOP_SECONDS).exec();
        } catch (NotModifiedException _) {
            // It does not run, which is what was asked for.
        }
    }

    @Override
    public void kill() {
        try {
            docker.killContainerCmd(spot.id()).exec();
        } catch (ConflictException _) {
            // It does not run, which is what was asked for.
        }
        Await.until(END_LIMIT, () -> !alive());
    }

    @Override
    public void pause() {
        docker.pauseContainerCmd(spot.id()).exec();
    }

    @Override
    public void resume() {
        docker.unpauseContainerCmd(spot.id()).exec();
    }
}
