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

/** The text must fold to a {@link Slug}. Null is left to others. */
@Target({FIELD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = SlugForm.Check.class)
public @interface SlugForm {
    String message() default
            "must have 3 to 48 characters out of a-z, 0-9 and -, no hyphen first or last";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind {@link SlugForm}. */
    class Check implements ConstraintValidator<SlugForm, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || Slug.parse(value).isPresent();
        }
    }
}
