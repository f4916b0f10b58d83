package com.rechain.dao.proposal.proposal.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.rechain.dao.proposal.ProposalConfig;
import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.proposal.proposal.execution.AddressGuard.Place;
import com.rechain.dao.tally.json.CanonicalJson;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends webhooks: a signed POST of canonical JSON, the same bytes and the same delivery id at every
 * attempt. Redirects are not followed, and of an answer only the beginning is read.
 */
@ApplicationScoped
public class WebhookSender {
    private static final int EXCERPT = 200;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final AddressGuard guard;
    private final WebhookKeys keys;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient client;

    WebhookSender(
            AddressGuard guard, WebhookKeys keys, ProposalConfig config, Clock clock, Vertx vertx) {
        this.guard = guard;
        this.keys = keys;
        this.clock = clock;
        this.timeout = config.webhook().timeout();
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setKeepAlive(false)
                                .setConnectTimeout((int) timeout.toMillis())
                                .setVerifyHost(true));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends {@code webhook} once. */
    ActionResult send(Step step, Action.Webhook webhook) {
        Optional<String> key = keys.of(step.proposal().spaceId());
        if (key.isEmpty()) {
            return new ActionResult.Refused("this platform sends no webhooks now");
        }
        URI uri = URI.create(webhook.url());
        return switch (guard.find(uri.getHost())) {
            case Place.NotPublic _ -> new ActionResult.Refused("the host is not a public one");
            case Place.Nowhere _ -> new ActionResult.Unsure("the host is not known");
            case Place.At(InetAddress address) -> post(step, webhook, key.get(), address);
        };
    }

    private ActionResult post(Step step, Action.Webhook webhook, String key, InetAddress address) {
        try {
            return client.request(options(URI.create(webhook.url()), address))
                    .compose(request -> {
                        String body = body(step);
                        webhook.headers().forEach(request::putHeader);
                        sign(request.headers(), step, key, body);
                        return request.send(Buffer.buffer(body));
                    })
                    .compose(WebhookSender::result)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return new ActionResult.Unsure("no answer within " + timeout);
        } catch (ExecutionException e) {
            return new ActionResult.Unsure(
                    "no connection: "
                            + Objects.requireNonNull(e.getCause()).getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new ActionResult.Unsure("cut off by a shutdown");
        }
    }

    /** To the address that was looked at, under the name that was asked for. */
    private RequestOptions options(URI uri, InetAddress address) {
        boolean tls = "https".equals(uri.getScheme());
        int standard = tls ? HTTPS : HTTP;
        int port = uri.getPort() < 0 ? standard : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis());
    }

    private static String body(Step step) {
        return CanonicalJson.text(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("deliveryId", step.executionId().toString())
                        .put("proposalId", step.proposalId().toString())
                        .put("spaceId", step.proposal().spaceId().toString())
                        .put("proposalNumber", step.proposal().number())
                        .put("title", step.title())
                        .put("action", step.position())
                        .put("actionsHash", step.actionsHash()));
    }

    private void sign(MultiMap headers, Step step, String key, String body) {
        long timestamp = clock.instant().getEpochSecond();
        headers.set("content-type", "application/json")
                .set("dao-delivery", step.executionId().toString())
                .set("dao-timestamp", Long.toString(timestamp))
                .set(
                        "dao-signature",
                        "v1=" + WebhookKeys.sign(key, step.executionId(), timestamp, body));
    }

    private static Future<ActionResult> result(HttpClientResponse response) {
        int status = response.statusCode();
        return excerpt(response)
                .map(said -> judge(status, ("HTTP " + status + " " + said).strip()));
    }

    private static ActionResult judge(int status, String said) {
        if (status >= 200 && status < 300) {
            return new ActionResult.Done(said);
        }
        boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
        return later ? new ActionResult.Unsure(said) : new ActionResult.Refused(said);
    }

    /** The beginning of the answer; the rest is not even waited for. */
    private static Future<String> excerpt(HttpClientResponse response) {
        Promise<String> said = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(part -> {
            read.appendBuffer(part, 0, Math.min(part.length(), EXCERPT));
            if (read.length() >= EXCERPT && said.tryComplete(printable(read))) {
                response.request().connection().close();
            }
        });
        response.endHandler(_ -> said.tryComplete(printable(read)));
        response.exceptionHandler(_ -> said.tryComplete(printable(read)));
        return said.future();
    }

    private static String printable(Buffer read) {
        String text = read.getString(0, Math.min(read.length(), EXCERPT), "US-ASCII");
        return text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
    }
}
