package com.rechain.dao.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rechain.dao.gateway.support.TestTls;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** TLS as Quarkus' configuration sets it up. */
@QuarkusTest
@TestProfile(TlsIT.WithCertificate.class)
class TlsIT {
    private final AtomicInteger shown = new AtomicInteger();
    private final SSLContext trusting = TestTls.trusting(shown);

    @Inject Gateway gateway;

    @Test
    void theDoorSpeaksTlsAndTellsBrowsersToKeepToIt() throws Exception {
        HttpResponse<String> response = health(HttpClient.Version.HTTP_1_1);

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=63072000; includeSubDomains");
        assertThat(response.body()).contains("\"status\":\"DOWN\"");
    }

    @Test
    void itSpeaksTls13AndHttp2ToWhomItCan() throws Exception {
        HttpResponse<String> response = health(HttpClient.Version.HTTP_2);

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.sslSession().map(SSLSession::getProtocol)).hasValue("TLSv1.3");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void whoComesBackIsNotShownTheCertificateAgain() throws Exception {
        assertThat(speak("TLSv1.3")).startsWith("HTTP/1.1 503");
        assertThat(shown).hasValue(1);

        assertThat(speak("TLSv1.3")).startsWith("HTTP/1.1 503");
        assertThat(shown).as("full handshakes").hasValue(1);
    }

    @Test
    void tls12IsSpokenAndNothingOlder() throws Exception {
        assertThat(speak("TLSv1.2")).startsWith("HTTP/1.1 503");
        assertThatThrownBy(() -> speak("TLSv1.1")).isInstanceOf(SSLException.class);
    }

    private HttpResponse<String> health(HttpClient.Version version) throws Exception {
        HttpClient client = HttpClient.newBuilder().version(version).sslContext(trusting).build();
        URI uri = URI.create("https://localhost:" + gateway.port() + "/health");
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private String speak(String protocol) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) trusting.getSocketFactory().createSocket("localhost", gateway.port())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    public static final class WithCertificate implements QuarkusTestProfile {
        private static final String NOBODY =
                "http://127.0.0.1:1;health=http://127.0.0.1:1/q/health/ready";

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.tls.door.key-store.p12.path",
                    TestTls.keyStore().toString(),
                    "quarkus.tls.door.key-store.p12.password",
                    TestTls.PASSWORD,
                    "dao.gateway.http.tls-configuration-name",
                    "door",
                    "dao.gateway.user-service",
                    NOBODY,
                    "dao.gateway.proposal-service",
                    NOBODY,
                    "dao.gateway.voting-service",
                    NOBODY);
        }
    }
}
