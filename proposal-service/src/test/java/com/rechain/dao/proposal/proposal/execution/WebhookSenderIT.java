package com.rechain.dao.proposal.proposal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.platform.id.Ids;
import com.rechain.dao.proposal.proposal.Proposal;
import com.rechain.dao.proposal.proposal.action.Action;
import com.rechain.dao.test.backing.BackingServicesResource;
import com.rechain.dao.test.fake.FakeUserServiceResource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What a receiver may do wrong. */
@QuarkusTest
@TestProfile(WithWebhooks.class)
@WithTestResource(
        value = BackingServicesResource.class,
        initArgs = @ResourceArg(name = "schema", value = "proposals"))
@WithTestResource(FakeUserServiceResource.class)
class WebhookSenderIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @Inject WebhookSender sender;

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", _ -> calls.incrementAndGet());
        server.start();
        try {
            ActionResult result = send("https://localhost:" + server.getAddress().getPort() + "/");

            assertThat(result).isInstanceOf(ActionResult.Unsure.class);
            assertThat(result.detail()).startsWith("no connection: SSL");
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void ofAnEndlessAnswerOnlyTheBeginningIsRead() throws IOException {
        HttpServer server = HttpServer.create(loopback(), 0);
        server.createContext("/", WebhookSenderIT::answerForEver);
        server.start();
        try {
            ActionResult result =
                    send("http://localhost:" + server.getAddress().getPort() + "/?a=b");

            assertThat(result).isEqualTo(new ActionResult.Done("HTTP 200 " + "x".repeat(200)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThereIsNoRefusal() {
        assertThat(send("http://localhost:1/"))
                .isInstanceOfSatisfying(
                        ActionResult.Unsure.class,
                        unsure -> assertThat(unsure.detail()).startsWith("no connection: "));
        assertThat(send("https://nowhere.invalid/"))
                .isEqualTo(new ActionResult.Unsure("the host is not known"));
        assertThat(send("https://169.254.169.254/latest/meta-data"))
                .isEqualTo(new ActionResult.Refused("the host is not a public one"));
        assertThat(send("https://[::ffff:10.0.0.1]/"))
                .isEqualTo(new ActionResult.Refused("the host is not a public one"));
    }

    private ActionResult send(String url) {
        Action.Webhook webhook = new Action.Webhook(url, Map.of());
        UUID space = Ids.next();
        return sender.send(
                new Step(
                        new Proposal.Identity(Ids.next(), space, 1, Ids.next()),
                        "A proposal",
                        "0".repeat(64),
                        webhook,
                        1,
                        Ids.next(),
                        1,
                        1,
                        Instant.now()),
                webhook);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void answerForEver(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            byte[] part = "x".repeat(50).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                body.write(part);
                body.flush();
            }
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path store = Files.createTempDirectory("webhook-tls").resolve("self-signed.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
