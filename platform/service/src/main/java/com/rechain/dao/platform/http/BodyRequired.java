package com.rechain.dao.platform.http;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses an empty body, and the JSON {@code null}, where a resource takes a body. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyRequired implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new ProblemException(
                    PlatformProblem.MALFORMED_REQUEST
                            .with("A body is needed.")
                            .because("body", "required", "the request has no body"));
        }
        return body;
    }
}
