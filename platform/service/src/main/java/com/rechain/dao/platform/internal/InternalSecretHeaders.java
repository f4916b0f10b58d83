package com.rechain.dao.platform.internal;

import com.rechain.dao.platform.http.CurrentTrace;
import com.rechain.dao.platform.request.RequestIds;
import com.rechain.dao.platform.request.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Puts the internal secret and the trace into our services' calls to each other. */
@ApplicationScoped
public class InternalSecretHeaders implements ClientHeadersFactory {
    private final InternalConfig config;

    InternalSecretHeaders(InternalConfig config) {
        this.config = config;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        config.secret().ifPresent(secret -> outgoing.putSingle(InternalOnly.SECRET_HEADER, secret));
        CurrentTrace.find()
                .ifPresent(trace -> outgoing.putSingle(TraceContext.HEADER, trace.traceparent()));
        CurrentTrace.requestId().ifPresent(id -> outgoing.putSingle(RequestIds.HEADER, id));
        return outgoing;
    }
}
