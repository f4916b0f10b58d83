package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.Await;
import com.rechain.dao.devstack.process.ChildProcess;
import com.rechain.dao.devstack.process.Ports;
import com.rechain.dao.devstack.process.ProcessSpec;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A backing server that is a child process. */
public final class ProcessServer implements BackingServer {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final ChildProcess process;
    private final int port;
    private final BooleanSupplier answers;

    public ProcessServer(ProcessSpec spec, int port, BooleanSupplier answers) {
        this.process = new ChildProcess(spec);
        this.port = port;
        this.answers = answers;
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void start() {
        if (!process.alive()) {
            Ports.requireFree(port, name());
            process.start();
        }
    }

    @Override
    public void awaitReady(Duration limit) {
        if (!Await.until(limit, this::ready)) {
            throw process.failure("did not get ready within " + limit.toSeconds() + " s");
        }
    }

    @Override
    public void stop() {
        process.stop(STOP_LIMIT);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    private boolean ready() {
        if (!process.alive()) {
            throw process.failure("ended while it was starting");
        }
        return answers.getAsBoolean();
    }
}
