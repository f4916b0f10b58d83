package com.rechain.dao.gateway.server;

import com.rechain.dao.gateway.edge.LimitsConfig;
import com.rechain.dao.gateway.forward.Forwarder;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The public server's share of one event loop, with connections to the services of its own. */
final class FrontVerticle extends AbstractVerticle {
    private static final Duration RESET_WINDOW = Duration.ofSeconds(30);
    private static final String DECODER = "httpDecoder";

    private final Gateway gateway;
    private @Nullable HttpServer server;
    private @Nullable Forwarder forwarder;

    FrontVerticle(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void start(Promise<Void> started) {
        Forwarder forwards = gateway.forwarder(vertx);
        forwarder = forwards;
        FrontDoor door = new FrontDoor(vertx, gateway, forwards);
        HttpServer listening = vertx.createHttpServer(options());
        server = listening;
        listening
                .connectionHandler(connection -> admit(connection, door))
                .requestHandler(door)
                .invalidRequestHandler(new InvalidRequests(vertx))
                // A caller that leaves in mid-sentence is no event worth a stack trace.
                .exceptionHandler(_ -> {})
                .listen()
                .onSuccess(here -> gateway.listensOn(here.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (forwarder != null) {
            forwarder.close();
        }
    }

    private void admit(HttpConnection connection, FrontDoor door) {
        if (!gateway.connections().tryEnter()) {
            connection.close();
            return;
        }
        connection.closeHandler(_ -> gateway.connections().leave());
        HttpServerConnection wire = (HttpServerConnection) connection;
        // Straight to the door: what Vert.x puts before it looks for WebSockets and answers by
        // itself.
        wire.handler(door);
        ChannelPipeline pipeline = wire.channel().pipeline();
        // HTTP/2 has no head that drips: the decoder bounds what makes up one, the idle time-out
        // the rest.
        if (pipeline.get(DECODER) != null) {
            HeadTimeout.install(pipeline, DECODER, gateway.http().headTimeout());
        }
    }

    private Http2Settings streams(LimitsConfig limits) {
        return new Http2Settings()
                .setMaxConcurrentStreams(gateway.http().maxStreams())
                .setMaxHeaderListSize((int) limits.headers().asLongValue());
    }

    private HttpServerOptions options() {
        HttpConfig http = gateway.http();
        LimitsConfig limits = gateway.limits();
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(http.host())
                        .setPort(http.port())
                        // Without TLS only HTTP/1.1: an upgrade would slip past these checks.
                        .setHttp2ClearTextEnabled(false)
                        .setUseAlpn(false)
                        .setInitialSettings(streams(limits))
                        .setHttp2RstFloodMaxRstFramePerWindow(http.maxResets())
                        .setHttp2RstFloodWindowDuration((int) RESET_WINDOW.toSeconds())
                        .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
                        .setMaxInitialLineLength((int) limits.requestLine().asLongValue())
                        .setMaxHeaderSize((int) limits.headers().asLongValue())
                        .setDecoderInitialBufferSize(1024)
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setIdleTimeout((int) http.idleTimeout().toMillis())
                        .setTcpNoDelay(true)
                        .setAcceptBacklog(4096);
        gateway.tls().accept(options);
        return options;
    }
}
