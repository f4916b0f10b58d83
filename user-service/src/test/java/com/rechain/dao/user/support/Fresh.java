package com.rechain.dao.user.support;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads that see all that was written before them, wherever they are served from. */
public final class Fresh {
    private Fresh() {}

    public static RequestSpecification fresh() {
        return fresh(given());
    }

    public static RequestSpecification fresh(RequestSpecification request) {
        return request.header("Freshness-Token", token());
    }

    private static String token() {
        return "user-service=" + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
