package com.rechain.dao.gateway.server;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SSLOptions;
import java.util.Set;
import java.util.function.Consumer;

/** Has the public server speak TLS where a Quarkus TLS configuration is named. */
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

    private void apply(String name, HttpServerOptions options) {
        TlsConfiguration tls =
                registry.get(name)
                        .orElseThrow(
                                () -> new IllegalStateException("no TLS configuration " + name));
        SSLOptions ssl = tls.getSSLOptions();
        options.setSsl(true)
                .setKeyCertOptions(tls.getKeyStoreOptions())
                .setTrustOptions(tls.getTrustStoreOptions())
                .setSslHandshakeTimeout(ssl.getSslHandshakeTimeout())
                .setSslHandshakeTimeoutUnit(ssl.getSslHandshakeTimeoutUnit())
                .setEnabledSecureTransportProtocols(
                        Set.copyOf(ssl.getEnabledSecureTransportProtocols()));
        ssl.getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
    }
}
