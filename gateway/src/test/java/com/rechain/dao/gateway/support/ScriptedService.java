package com.rechain.dao.gateway.support;

import static com.rechain.dao.gateway.support.GatewayUnderTest.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that stands for an instance of a service and does what a test says. */
public final class ScriptedService implements AutoCloseable {
    /** One request as it arrived. */
    public record Received(
            String method, String uri, List<Map.Entry<String, String>> headers, Buffer body) {
        public List<String> all(String name) {
            return headers.stream()
                    .filter(field -> field.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        public String header(String name) {
            List<String> values = all(name);
            return values.isEmpty() ? null : values.getFirst();
        }
    }

    // Not the gateway's, so that a service goes on while that is held up.
    private static final Vertx VERTX = Vertx.vertx();

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> script;
    private volatile int readiness = 200;
    private volatile String keys = Tokens.TRUSTED.jwks();
    private HttpServer server;
    private int port;

    private ScriptedService(Handler<HttpServerRequest> script) {
        this.script = script;
        listen(0);
    }

    /** One that runs {@code script} for each request, its body not read yet. */
    public static ScriptedService running(Handler<HttpServerRequest> script) {
        return new ScriptedService(script);
    }

    /** One that answers {@code status} with {@code body} once it has read the request. */
    public static ScriptedService answering(int status, String body) {
        return running(request -> request.response().setStatusCode(status).end(body));
    }

    /** What stands for it in the gateway's configuration. */
    public String entry() {
        return "http://127.0.0.1:%d;health=http://127.0.0.1:%d/q/health/ready"
                .formatted(port, port);
    }

    public int port() {
        return port;
    }

    public List<Received> received() {
        return received;
    }

    public void become(Handler<HttpServerRequest> other) {
        script = other;
    }

    /** What the readiness check answers from now on. */
    public void readiness(int status) {
        readiness = status;
    }

    /** The key set it publishes from now on. */
    public void publish(String jwks) {
        keys = jwks;
    }

    /** Stops listening and drops all connections. */
    public void stop() {
        await(server.close());
    }

    /** Listens again on the same port. */
    public void restart() {
        listen(port);
    }

    @Override
    public void close() {
        stop();
    }

    private void listen(int where) {
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setMaxHeaderSize(65_536);
        server = VERTX.createHttpServer(options).requestHandler(this::handle);
        port = await(server.listen(where)).actualPort();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            request.response().setStatusCode(readiness).end();
            return;
        }
        if (request.path().equals("/.well-known/jwks.json") && !cameByGateway(request)) {
            request.response().end(keys);
            return;
        }
        Buffer body = Buffer.buffer();
        request.exceptionHandler(_ -> {});
        request.handler(body::appendBuffer);
        request.endHandler(_ ->
                received.add(
                        new Received(
                                request.method().name(),
                                request.uri(),
                                request.headers().entries(),
                                body)));
        script.handle(request);
    }

    private static boolean cameByGateway(HttpServerRequest request) {
        return request.headers().contains("X-Forwarded-For");
    }
}
