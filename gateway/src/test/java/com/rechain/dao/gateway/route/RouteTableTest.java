package com.rechain.dao.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {
    private final RouteTable table = PublicRoutes.table();

    @ParameterizedTest
    @CsvSource({
        "/.well-known/jwks.json, /.well-known/jwks.json",
        "/api/v1/auth/login, /api/v1/auth/login",
        "/api/v1/auth, /api/v1/auth/**",
        "/api/v1/users/me, /api/v1/users/**",
        "/api/v1/users/me/ballots, /api/v1/users/me/ballots",
        "/api/v1/users/me/ballots/x, /api/v1/users/**",
        "/api/v1/users/me/todo?limit=1, /api/v1/users/me/todo",
        "/api/v1/users/you/ballots, /api/v1/users/**",
        "/api/v1/spaces, /api/v1/spaces/**",
        "/api/v1/spaces/x/weights, /api/v1/spaces/*/weights",
        "/api/v1/spaces/x/weights/y, /api/v1/spaces/**",
        "/api/v1/proposals, /api/v1/proposals",
        "/api/v1/proposals/, /api/v1/proposals/**",
        "/api/v1/proposals/ballot, /api/v1/proposals/**",
        "/api/v1/proposals/1, /api/v1/proposals/**",
        "/api/v1/proposals/1/versions, /api/v1/proposals/**",
        "/api/v1/proposals/1/ballot, /api/v1/proposals/*/ballot",
        "/api/v1/proposals/1/attachments, /api/v1/proposals/*/attachments",
        "/api/v1/proposals/1/ballot/preview, /api/v1/proposals/*/ballot/**",
        "/api/v1/proposals/1/ballots?cursor=a/b, /api/v1/proposals/*/ballots/**",
        "/api/v1/proposals/1/ballotsx, /api/v1/proposals/**",
        "/api/v1/proposals/1/tally, /api/v1/proposals/*/tally",
        "/api/v1/proposals/1/result?explain=true, /api/v1/proposals/*/result",
        "/api/v1/proposals/1/stream, /api/v1/proposals/*/stream",
        "/api/v1/proposals/1/electorate/2, /api/v1/proposals/*/electorate/**",
        "/api/v1/log/tile/0/1, /api/v1/log/**",
        "/api/v1/receipts/ab, /api/v1/receipts/**"
    })
    void theMostSpecificRouteHolds(String uri, String template) {
        assertThat(table.find(uri)).isNotNull().extracting(Route::template).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v1/user",
                "/api/v1/usersx",
                "/API/v1/users",
                "/api/v2/users",
                "/internal/v1/spaces",
                "/q/health",
                "/.well-known",
                "/.well-known/jwks.json/x",
                "/health"
            })
    void nothingElseIsPublic(String uri) {
        assertThat(table.find(uri)).isNull();
    }

    @Test
    void aStreamIsKnownAsOne() {
        Route stream = table.find("/api/v1/proposals/1/stream");

        assertThat(stream).isNotNull();
        assertThat(stream.traffic()).isEqualTo(Traffic.STREAM);
        assertThat(stream.service()).isEqualTo(Service.VOTING);
        assertThat(stream.methods())
                .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }

    @Test
    void twoRoutesOfOneTemplateAreAMistake() {
        Route route = new Route("/a/**", Service.USER, Traffic.PLAIN, Set.of());

        assertThatThrownBy(() -> RouteTable.of(List.of(route, route)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a/**");
    }

    @Test
    void votesComeFirstAndExportsLast() {
        assertThat(priority("/api/v1/proposals/1/ballot", HttpMethod.PUT)).isEqualTo(Priority.VOTE);
        assertThat(priority("/api/v1/auth/login", HttpMethod.POST)).isEqualTo(Priority.OTHER);
        assertThat(priority("/api/v1/proposals", HttpMethod.POST)).isEqualTo(Priority.OTHER);
        assertThat(priority("/api/v1/proposals", HttpMethod.GET)).isEqualTo(Priority.LIST);
        assertThat(priority("/api/v1/proposals/1/tally", HttpMethod.GET)).isEqualTo(Priority.LIST);
        assertThat(priority("/api/v1/proposals/1/ballots", HttpMethod.GET))
                .isEqualTo(Priority.EXPORT);
        assertThat(priority("/api/v1/spaces/1/weights", HttpMethod.PUT)).isEqualTo(Priority.EXPORT);
    }

    @Test
    void eachPriorityLeavesPlacesForThoseAboveIt() {
        assertThat(Priority.EXPORT.placesOf(100)).isEqualTo(60);
        assertThat(Priority.LIST.placesOf(100)).isEqualTo(80);
        assertThat(Priority.OTHER.placesOf(100)).isEqualTo(95);
        assertThat(Priority.VOTE.placesOf(100)).isEqualTo(100);
        assertThat(Priority.EXPORT.placesOf(1)).isEqualTo(1);
    }

    private static Priority priority(String path, HttpMethod method) {
        Route route = PublicRoutes.table().find(path);
        assertThat(route).isNotNull();
        return route.priorityOf(method);
    }
}
