package com.rechain.dao.gateway.server;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SSLOptions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Has the public server speak TLS, and by it HTTP/2, where a Quarkus TLS configuration is named:
 * 1.3 and 1.2 unless that says otherwise. Sessions are resumed by tickets that the JDK seals, so
 * nothing is kept for callers who do not come back.
 */
final class TlsSetup implements Consumer<HttpServerOptions> {
    private final HttpConfig http;
    private final TlsConfigurationRegistry registry;

    TlsSetup(HttpConfig http, TlsConfigurationRegistry registry) {
        this.http = http;
        this.registry = registry;
    }

    @Override
    public void accept(HttpServerOptions options) {
        http.tlsConfigurationName().ifPresent(name -> apply(name, options));
    }

    /** Has {@code options} speak TLS, and the caller choose by ALPN what is spoken by it. */
    static void offerBothVersions(HttpServerOptions options) {
        options.setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1));
    }

    private void apply(String name, HttpServerOptions options) {
        TlsConfiguration tls =
                registry.get(name)
                        .orElseThrow(
                                () -> new IllegalStateException("no TLS configuration " + name));
        SSLOptions ssl = tls.getSSLOptions();
        offerBothVersions(options);
        options.setKeyCertOptions(tls.getKeyStoreOptions())
                .setTrustOptions(tls.getTrustStoreOptions())
                .setSslHandshakeTimeout(ssl.getSslHandshakeTimeout())
                .setSslHandshakeTimeoutUnit(ssl.getSslHandshakeTimeoutUnit())
                .setEnabledSecureTransportProtocols(
                        Set.copyOf(ssl.getEnabledSecureTransportProtocols()));
        ssl.getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
    }
}
