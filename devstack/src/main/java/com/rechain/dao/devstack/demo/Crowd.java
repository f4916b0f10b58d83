package com.rechain.dao.devstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Lets a few people do the same at once, not all of them: the machine is small. */
final class Crowd {
    private static final int AT_ONCE = 4;

    private Crowd() {}

    /** The results in the order of the people. */
    static <P, R> List<R> each(List<P> people, Function<P, R> action) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<R>> started = new ArrayList<>();
            for (P person : people) {
                started.add(threads.submit(() -> action.apply(person)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : started) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling in demo data", e);
        }
    }
}
