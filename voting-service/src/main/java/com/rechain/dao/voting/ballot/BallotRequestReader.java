package com.rechain.dao.voting.ballot;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads ballots off requests. One of the server's own kind: for any other, a parameter of bytes
 * among them, the annotations of the method are parsed anew with every request.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BallotRequestReader implements ServerMessageBodyReader<BallotRequest> {
    @Override
    public boolean isReadable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType media) {
        return type == BallotRequest.class;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == BallotRequest.class;
    }

    @Override
    public BallotRequest readFrom(
            Class<BallotRequest> type, Type generic, MediaType media, ServerRequestContext request)
            throws IOException {
        return BallotRequest.read(request.getInputStream().readAllBytes());
    }

    @Override
    public BallotRequest readFrom(
            Class<BallotRequest> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return BallotRequest.read(body.readAllBytes());
    }
}
