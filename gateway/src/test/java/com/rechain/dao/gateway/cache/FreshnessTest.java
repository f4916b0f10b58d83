package com.rechain.dao.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.gateway.support.Configs;
import io.vertx.core.MultiMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
    private static final CacheConfig CONFIG =
            Configs.read(
                    CacheConfig.class,
                    Map.of(
                            "dao.gateway.cache.longest-stale", "PT30S",
                            "dao.gateway.cache.longest-fresh", "PT60S"));

    @Test
    void whatServicesSayOfWhatEveryoneGets() {
        Freshness freshness =
                Freshness.of(
                        200,
                        cacheControl(
                                "public, max-age=0, s-maxage=1, stale-while-revalidate=30,"
                                        + " stale-if-error=300"),
                        CONFIG);

        assertThat(freshness).isEqualTo(new Freshness(0, 1_000, 31_000, 301_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public, max-age=5|5000",
                "max-age=5 , PUBLIC|5000",
                "public, max-age=5, s-maxage=2|2000",
                "public, s-maxage=\"3\"|3000",
                "public, s-maxage=2, s-maxage=9|2000",
                "public, s-maxage=99999999999999999999|60000",
                "public, max-age=3600|60000"
            })
    void howLongItIsFresh(String cacheControl, long fresh) {
        Freshness freshness = Freshness.of(200, cacheControl(cacheControl), CONFIG);

        assertThat(freshness).isNotNull();
        assertThat(freshness.fresh()).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "max-age=60",
                "s-maxage=60",
                "public",
                "public, max-age=0",
                "public, s-maxage=0",
                "public, s-maxage=-1",
                "public, s-maxage=one",
                "public, max-age=60, private",
                "public, max-age=60, no-store",
                "public, max-age=60, no-cache",
                "public, max-age=60, no-cache=\"x\"",
                "publicity, max-age=60"
            })
    void whatIsNotKept(String cacheControl) {
        assertThat(Freshness.of(200, cacheControl(cacheControl), CONFIG)).isNull();
    }

    @Test
    void nothingThatMustBeRevalidatedIsHandedOutStale() {
        Freshness freshness =
                Freshness.of(
                        200,
                        cacheControl(
                                "public, s-maxage=1, must-revalidate, stale-while-revalidate=9,"
                                        + " stale-if-error=9"),
                        CONFIG);

        assertThat(freshness).isEqualTo(new Freshness(0, 1_000, 1_000, 1_000));
    }

    @Test
    void thatThereIsNoSuchThingIsKeptOnlyBriefly() {
        MultiMap headers = cacheControl("public, s-maxage=60, stale-while-revalidate=60");

        assertThat(Freshness.of(404, headers, CONFIG))
                .isEqualTo(new Freshness(0, 1_000, 1_000, 1_000));
        assertThat(Freshness.of(404, cacheControl("no-store"), CONFIG)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 301, 302, 400, 401, 403, 429, 500, 503})
    void otherStatusesAreNotKept(int status) {
        assertThat(Freshness.of(status, cacheControl("public, s-maxage=60"), CONFIG)).isNull();
    }

    @Test
    void anAnswerWithACookieIsNobodyElses() {
        MultiMap headers = cacheControl("public, s-maxage=60").add("Set-Cookie", "a=b");

        assertThat(Freshness.of(200, headers, CONFIG)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Encoding|true",
                "Authorization, Freshness-Token|true",
                "authorization, ACCEPT-ENCODING|true",
                "*|false",
                "Accept|false",
                "Accept-Encoding, User-Agent|false"
            })
    void itVariesOnlyByWhatIsInTheKey(String vary, boolean kept) {
        MultiMap headers = cacheControl("public, s-maxage=60").add("Vary", vary);

        assertThat(Freshness.of(200, headers, CONFIG) != null).isEqualTo(kept);
    }

    @Test
    void anAnswerThatCameOldIsFreshForLess() {
        MultiMap headers = cacheControl("public, s-maxage=10");

        assertThat(Freshness.of(200, headers.set("Age", "4"), CONFIG).age()).isEqualTo(4_000);
        assertThat(Freshness.of(200, headers.set("Age", "10"), CONFIG)).isNull();
    }

    @Test
    void anAnswersAgesCountFromWhenItWasMade() {
        Freshness freshness = new Freshness(2_000, 5_000, 7_000, 9_000);
        StoredAnswer answer = new StoredAnswer(Heads.of("x"), freshness, 0, 0);

        assertThat(answer.age(seconds(1.5))).isEqualTo(3);
        assertThat(answer.isFresh(seconds(2.9))).isTrue();
        assertThat(answer.isFresh(seconds(3))).isFalse();
        assertThat(answer.mayBeStale(seconds(4.9))).isTrue();
        assertThat(answer.mayBeStale(seconds(5))).isFalse();
        assertThat(answer.secondsStale(seconds(4.5))).isEqualTo(2);
        assertThat(answer.mayStandIn(seconds(6.9))).isTrue();
        assertThat(answer.mayStandIn(seconds(7))).isFalse();
        assertThat(answer.lifeNanos()).isEqualTo(seconds(7));
    }

    private static long seconds(double number) {
        return (long) (number * 1e9);
    }

    private static MultiMap cacheControl(String value) {
        return MultiMap.caseInsensitiveMultiMap().add("Cache-Control", value);
    }
}
