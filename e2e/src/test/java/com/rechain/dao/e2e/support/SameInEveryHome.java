package com.rechain.dao.e2e.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Marks what does not depend on who made the databases and where they run: once, on the embedded
 * servers, is enough.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = "dao.backing",
        matches = "containers",
        disabledReason = "shown on the embedded servers, and the same on all others")
public @interface SameInEveryHome {}
