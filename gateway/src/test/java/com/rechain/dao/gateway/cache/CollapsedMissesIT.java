package com.rechain.dao.gateway.cache;

import static com.rechain.dao.gateway.cache.CachingGateway.LONG;
import static com.rechain.dao.gateway.cache.CachingGateway.PATH;
import static com.rechain.dao.gateway.cache.CachingGateway.cacheStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rechain.dao.gateway.support.ScriptedService;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of all who miss the same answer at once, one asks the service. */
class CollapsedMissesIT {
    private final CachingGateway gateway = new CachingGateway();
    private final ScriptedService service = gateway.service();
    private final AtomicInteger asked = gateway.asked();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void howeverManyAskTheServiceIsAskedOnce() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        List<CompletableFuture<HttpResponse<String>>> answers = gateway.ask(50);
        await().until(() -> !held.isEmpty());
        await().until(() -> gateway.underWay() == 50);

        held.forEach(request -> gateway.say(request, LONG));

        assertThat(answers).allSatisfy(a -> assertThat(a.join().body()).isEqualTo("answer 1"));
        assertThat(held).hasSize(1);
        assertThat(gateway.count("collapsed")).isEqualTo(49);
        assertThat(gateway.count("miss")).isEqualTo(1);
    }

    @Test
    void whereTheAnswerCannotBeSharedEachAsksForItself() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        List<CompletableFuture<HttpResponse<String>>> answers = gateway.ask(10);
        await().until(() -> held.size() == 1 && gateway.underWay() == 10);

        service.become(request -> gateway.say(request, "private, no-cache"));
        held.forEach(request -> gateway.say(request, "private, no-cache"));

        assertThat(answers.stream().map(a -> a.join().body()).distinct()).hasSize(10);
        assertThat(asked).hasValue(10);
        // And nobody waits for anybody until that is forgotten.
        assertThat(cacheStatus(gateway.get(PATH))).contains("unshareable");
    }

    @Test
    void whoBeganItMayLeaveAndTheOthersGetTheAnswer() throws Exception {
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);
        CompletableFuture<HttpResponse<String>> first = gateway.ask(1).getFirst();
        await().until(() -> held.size() == 1);
        CompletableFuture<HttpResponse<String>> second = gateway.ask(1).getFirst();
        await().until(() -> gateway.underWay() == 2);

        first.cancel(true);
        await().until(() -> gateway.underWay() == 1);
        held.forEach(request -> gateway.say(request, LONG));

        assertThat(second.join().body()).isEqualTo("answer 1");
        assertThat(held).hasSize(1);
    }

    @Test
    void theServiceIsLetGoWhenNobodyWaitsAnyMore() throws Exception {
        AtomicInteger gone = new AtomicInteger();
        service.become(request -> request.response().closeHandler(_ -> gone.incrementAndGet()));
        List<CompletableFuture<HttpResponse<String>>> answers = gateway.ask(3);
        await().until(() -> gateway.underWay() == 3 && !service.received().isEmpty());

        answers.get(0).cancel(true);
        answers.get(1).cancel(true);
        await().until(() -> gateway.underWay() == 1);
        assertThat(gone).hasValue(0);
        answers.get(2).cancel(true);

        await().until(() -> gone.get() == 1);
        service.become(request -> gateway.say(request, LONG));
        assertThat(gateway.get(PATH).body()).isEqualTo("answer 1");
    }

    @Test
    void nobodyWaitsForLongerThanPatienceSays() throws Exception {
        gateway.restart("cache.patience", "PT1S");
        Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
        service.become(held::add);

        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>(gateway.ask(1));
        await().until(() -> held.size() == 1);
        answers.addAll(gateway.ask(2));

        await().until(() -> held.size() == 3);
        held.forEach(request -> gateway.say(request, LONG));
        assertThat(answers).allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
        assertThat(gateway.count("impatient")).isEqualTo(2);
    }
}
