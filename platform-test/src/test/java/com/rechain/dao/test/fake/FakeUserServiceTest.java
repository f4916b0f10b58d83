package com.rechain.dao.test.fake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.rechain.dao.test.security.SigningKey;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeUserServiceTest {
    private static final String SECRET = "s3cret";
    private static final String PAST = Instant.now().minusSeconds(1).toString();

    private final FakeUserService users = FakeUserService.start(SECRET);
    private final FakeSpace space = users.aSpace();

    @AfterEach
    void stop() {
        users.close();
    }

    @Test
    void answersWithTheTestKeys() {
        given().get(users.url() + "/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kid", equalTo(SigningKey.trusted().id()));
    }

    @Test
    void withoutTheSecretThereIsNothing() {
        given().get(users.url() + "/internal/v1/spaces/" + space.id()).then().statusCode(404);
    }

    @Test
    void aMemberHasARoleAndAWeight() {
        UUID author = space.aMember("AUTHOR", 7);

        internal("/members/" + author)
                .then()
                .statusCode(200)
                .body("role", equalTo("AUTHOR"))
                .body("weight", equalTo("7"));
        internal("/members/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void anElectorateComesInPagesOrderedByUser() {
        List<String> voters =
                Stream.generate(() -> space.aMember(1).toString()).limit(3).sorted().toList();
        space.aMember(0);

        internal("/electorate?limit=2&at=" + PAST)
                .then()
                .body("entries.userId", contains(voters.get(0), voters.get(1)))
                .body("next", equalTo(voters.get(1)));
        internal("/electorate?limit=2&at=" + PAST + "&after=" + voters.get(1))
                .then()
                .body("entries.userId", contains(voters.get(2)))
                .body("next", nullValue());
    }

    @Test
    void anElectorateHasTheWeightsOfItsInstant() {
        UUID voter = space.aMember(1);
        space.weigh(voter, Instant.parse(PAST).plusNanos(1), BigInteger.TEN);

        internal("/electorate?at=" + PAST).then().body("entries.weight", contains("1"));
    }

    @Test
    void anElectorateOfTheFutureIsAConflict() {
        internal("/electorate?at=" + Instant.now().plusSeconds(60)).then().statusCode(409);
    }

    @Test
    void itCanBeAwayAndComeBack() {
        users.goAway();
        internal("").then().statusCode(503);

        users.comeBack();
        internal("").then().statusCode(200).body("visibility", equalTo("PUBLIC"));
    }

    private Response internal(String path) {
        RequestSpecification request = given().header("Dao-Internal-Secret", SECRET);
        return request.get(users.url() + "/internal/v1/spaces/" + space.id() + path);
    }
}
