package com.rechain.dao.user.text;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text must have {@link #min} to {@link #max} characters (code points), none of them a control
 * character, and not be blank unless it may be empty. Null is left to others.
 */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {
    int min() default 0;

    int max();

    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    String message() default "must have {min} to {max} characters and no control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind {@link PlainText}. */
    class Check implements ConstraintValidator<PlainText, String> {
        private int min;
        private int max;
        private boolean lines;

        @Override
        public void initialize(PlainText rule) {
            min = rule.min();
            max = rule.max();
            lines = rule.lines();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || (fits(value) && isClean(value));
        }

        private boolean fits(String value) {
            int characters = value.codePointCount(0, value.length());
            return characters >= min && characters <= max && (min == 0 || !value.isBlank());
        }

        private boolean isClean(String value) {
            return lines ? WellFormed.isPlainLines(value) : WellFormed.isPlain(value);
        }
    }
}
