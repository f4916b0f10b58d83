package com.rechain.dao.platform.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import com.rechain.dao.platform.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body, and where, without naming our classes. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        return switch (e) {
            case JsonMappingException mapping
                    when mapping.getCause() instanceof ProblemException cause ->
                    cause.problem();
            case UnrecognizedPropertyException unknown ->
                    PlatformProblem.MALFORMED_REQUEST
                            .with("The body has a field that is not known here.")
                            .because(
                                    path(unknown.getPath()),
                                    "known-field",
                                    "this field is not known");
            case MismatchedInputException mismatch -> wrongType(mismatch);
            // A number that is no such number: 99999999999 for an int.
            case JsonMappingException mapping
                    when mapping.getCause() instanceof InputCoercionException ->
                    wrongType(mapping);
            case JsonMappingException mapping ->
                    PlatformProblem.MALFORMED_REQUEST
                            .with("A field of the body cannot be read.")
                            .because(
                                    path(mapping.getPath()),
                                    "value",
                                    "this value is not valid here");
            case StreamConstraintsException _ ->
                    PlatformProblem.MALFORMED_REQUEST.with(
                            "The body is nested too deeply, or a name, number or text in it is too long.");
            default ->
                    PlatformProblem.MALFORMED_REQUEST.with(
                            "The body is not valid JSON" + place(e.getLocation()));
        };
    }

    private static Problem wrongType(JsonMappingException e) {
        return PlatformProblem.MALFORMED_REQUEST
                .with("A field of the body has the wrong type or is missing.")
                .because(
                        path(e.getPath()), "type", "this value cannot be read as the field's type");
    }

    private static String path(List<Reference> path) {
        String joined =
                path.stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[");
        return joined.isEmpty() ? "body" : joined;
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? "."
                : " at line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    }
}
