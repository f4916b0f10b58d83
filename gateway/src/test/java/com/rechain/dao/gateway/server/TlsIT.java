package com.rechain.dao.gateway.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TlsIT.WithCertificate.class)
class TlsIT {
    @Inject Gateway gateway;

    @Test
    void theDoorSpeaksTlsAndTellsBrowsersToKeepToIt() {
        given().relaxedHTTPSValidation()
                .baseUri("https://127.0.0.1")
                .port(gateway.port())
                .get("/health")
                .then()
                .statusCode(503)
                .header("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
                .body("status", equalTo("DOWN"));
    }

    /** A key pair of its own, made by the JDK's keytool. */
    public static final class WithCertificate implements QuarkusTestProfile {
        private static final String PASSWORD = "for-this-test-only";

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path store = Files.createTempDirectory("gateway-tls").resolve("door.p12");
                makeKeyPair(store);
                return Map.of(
                        "quarkus.tls.door.key-store.p12.path",
                        store.toString(),
                        "quarkus.tls.door.key-store.p12.password",
                        PASSWORD,
                        "dao.gateway.http.tls-configuration-name",
                        "door");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void makeKeyPair(Path store) throws IOException, InterruptedException {
            String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process =
                    new ProcessBuilder(
                                    keytool,
                                    "-genkeypair",
                                    "-alias",
                                    "door",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=localhost",
                                    "-storetype",
                                    "PKCS12",
                                    "-keystore",
                                    store.toString(),
                                    "-storepass",
                                    PASSWORD,
                                    "-validity",
                                    "2")
                            .inheritIO()
                            .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        }
    }
}
