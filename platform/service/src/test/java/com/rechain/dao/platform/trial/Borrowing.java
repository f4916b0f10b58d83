package com.rechain.dao.platform.trial;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** What threads that want to know take from the primary's pool and give back. */
@Singleton
public class Borrowing implements AgroalPoolInterceptor {
    private final ThreadLocal<List<String>> moves = new ThreadLocal<>();

    /** What this thread does from the pool's point of view, in order, while {@code work} runs. */
    public List<String> during(Runnable work) {
        List<String> seen = new ArrayList<>();
        moves.set(seen);
        try {
            work.run();
            return seen;
        } finally {
            moves.remove();
        }
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        note("takes");
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        note("gives back");
    }

    private void note(String move) {
        List<String> seen = moves.get();
        if (seen != null) {
            seen.add(move);
        }
    }
}
