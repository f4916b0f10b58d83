package com.rechain.dao.platform.http;

import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.ProblemException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers and ids in the query: one that cannot be read is a malformed request and named,
 * where the standard has a plain 404. In a path a 404 is right.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> READERS =
            Map.of(
                    Integer.class, Integer::valueOf,
                    Long.class, Long::valueOf,
                    UUID.class, UUID::fromString);

    @Override
    @SuppressWarnings("unchecked") // READERS maps each type to a reader of it
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation @Nullable [] annotations) {
        Function<String, T> reader = (Function<String, T>) READERS.get(rawType);
        return reader == null || annotations == null
                ? null
                : name(annotations).map(name -> new Named<>(name, reader)).orElse(null);
    }

    private static Optional<String> name(Annotation[] annotations) {
        return Stream.of(annotations)
                .flatMap(annotation ->
                        switch (annotation) {
                            case QueryParam query -> Stream.of(query.value());
                            case RestQuery query -> Stream.of(query.value());
                            default -> Stream.empty();
                        })
                .findFirst();
    }

    private record Named<T>(String name, Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            try {
                return text == null ? null : reader.apply(text);
            } catch (IllegalArgumentException _) {
                throw new BadRequestException(
                        new ProblemException(
                                PlatformProblem.MALFORMED_REQUEST
                                        .with("A parameter cannot be read.")
                                        .because(
                                                name,
                                                "type",
                                                "this value cannot be read as the parameter's type")));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
