package com.rechain.dao.devstack.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Runs independent work at the same time and comes back when all of it is done. */
public final class Together {

    private Together() {}

    /** Throws the first failure once all work has ended. */
    public static void run(List<Runnable> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<CompletableFuture<Void>> started =
                    work.stream().map(part -> CompletableFuture.runAsync(part, threads));
            CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public static void run(Runnable... work) {
        run(List.of(work));
    }
}
