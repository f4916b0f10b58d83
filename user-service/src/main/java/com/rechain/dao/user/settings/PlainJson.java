package com.rechain.dao.user.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON in which nothing could be written in two ways: texts without control characters, whole
 * numbers that every reader takes for the same. So its canonical form needs no rules of its own.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainJson.Check.class)
@interface PlainJson {
    /** What is said of what breaks the rule. */
    String message() default "must be a small object of texts, whole numbers and such objects";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** Holds a map to the rule. */
    class Check implements ConstraintValidator<PlainJson, Map<String, Object>> {
        private static final int MAX_TEXT = 4_000;
        private static final int MAX_DEPTH = 8;
        private static final long SAFE = 1L << 53;

        @Override
        public boolean isValid(
                @Nullable Map<String, Object> value, ConstraintValidatorContext context) {
            return value == null || (isPlain(value, 0) && value.toString().length() <= MAX_TEXT);
        }

        private static boolean isPlain(@Nullable Object value, int depth) {
            return depth < MAX_DEPTH
                    && switch (value) {
                        case null -> true;
                        case Boolean _ -> true;
                        case Integer _ -> true;
                        case Long number -> Math.abs(number) < SAFE;
                        case String text -> isPlain(text);
                        case List<?> list ->
                                list.stream().allMatch(item -> isPlain(item, depth + 1));
                        case Map<?, ?> map ->
                                map.entrySet().stream()
                                        .allMatch(entry ->
                                                isPlain(String.valueOf(entry.getKey()))
                                                        && isPlain(entry.getValue(), depth + 1));
                        default -> false;
                    };
        }

        private static boolean isPlain(String text) {
            return text.codePoints()
                    .noneMatch(c ->
                            Character.isISOControl(c)
                                    || Character.getType(c) == Character.SURROGATE);
        }
    }
}
