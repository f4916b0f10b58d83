package com.rechain.dao.platform.http;

import com.rechain.dao.platform.problem.FieldError;
import com.rechain.dao.platform.problem.PlatformProblem;
import com.rechain.dao.platform.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says which fields break which rules, in a stable order. */
final class ConstraintProblems {
    private ConstraintProblems() {}

    static Problem of(ConstraintViolationException e) {
        List<FieldError> errors =
                e.getConstraintViolations().stream()
                        .map(ConstraintProblems::error)
                        .sorted(
                                Comparator.comparing(FieldError::field)
                                        .thenComparing(FieldError::rule)
                                        .thenComparing(FieldError::message))
                        .toList();
        return PlatformProblem.MALFORMED_REQUEST.with("A field breaks a rule.").because(errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        String rule =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return new FieldError(
                field(violation.getPropertyPath()), kebab(rule), violation.getMessage());
    }

    /**
     * The path without the method's name and the body parameter's, which mean nothing to a caller.
     */
    private static String field(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        List<Path.Node> told =
                nodes.stream().filter(node -> node.getKind() != ElementKind.METHOD).toList();
        boolean withinBody = told.size() > 1 && told.getFirst().getKind() == ElementKind.PARAMETER;
        return told.stream()
                .skip(withinBody ? 1 : 0)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    /** {@code NotBlank} is {@code not-blank}. */
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
