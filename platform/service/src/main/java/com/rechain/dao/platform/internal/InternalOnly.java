package com.rechain.dao.platform.internal;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource that answers only to callers who know the internal secret; to others it does not
 * exist.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InternalOnly {
    /** The header that carries the secret. The gateway strips it from what comes from outside. */
    String SECRET_HEADER = "Dao-Internal-Secret";
}
