package com.rechain.dao.gateway.forward;

import com.rechain.dao.gateway.edge.Answers;
import com.rechain.dao.gateway.edge.Call;
import com.rechain.dao.gateway.edge.RequestHeaders;
import com.rechain.dao.platform.problem.Problem;
import io.vertx.core.MultiMap;

/** Whoever an exchange is for. Exactly one of the two answers comes, unless the caller leaves. */
public interface Recipient {
    /** Fills {@code to}, the head of an attempt, which is awaited for {@code remaining} more ms. */
    void writeHead(RequestHeaders headers, Call call, MultiMap to, long remaining);

    /** An instance answers; the body waits until somebody reads or drops it. */
    void answered(Answer answer);

    /** No instance answers. */
    void refused(Problem problem);

    /** The caller itself, who gets the answer as it comes. */
    record Caller(Call call) implements Recipient {
        @Override
        public void writeHead(RequestHeaders headers, Call of, MultiMap to, long remaining) {
            headers.write(of, to, remaining);
        }

        @Override
        public void answered(Answer answer) {
            answer.relayTo(call);
        }

        @Override
        public void refused(Problem problem) {
            Answers.problem(call, problem);
        }
    }
}
