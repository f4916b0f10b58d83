package com.rechain.dao.user.login;

import com.rechain.dao.user.session.OpenedSession;
import com.rechain.dao.user.session.RefreshSecret;
import com.rechain.dao.user.session.SessionConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that a browser keeps the refresh token in: out of reach of scripts and of other sites.
 */
@Singleton
public class RefreshCookie {
    private static final String PLAIN_NAME = "dao_refresh";
    // Browsers take a cookie of this name only when it is Secure, for the whole host and for no
    // other.
    private static final String HOST_NAME = "__Host-" + PLAIN_NAME;
    private static final String PLAIN_PATH = "/api/v1/auth";

    private final boolean secure;
    private final Clock clock;

    RefreshCookie(SessionConfig config, Clock clock) {
        secure = config.secureCookie();
        this.clock = clock;
    }

    /** The token in the request's cookie, if there is one. */
    Optional<RefreshSecret> read(HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(name());
        return cookie == null ? Optional.empty() : RefreshSecret.parse(cookie.getValue());
    }

    /** Gives the client the session's newest token. */
    NewCookie of(OpenedSession session) {
        long seconds =
                Math.max(0, Duration.between(clock.instant(), session.expiresAt()).toSeconds());
        return cookie(session.secret().text(), Math.toIntExact(seconds));
    }

    /** Takes the token away. */
    NewCookie none() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name())
                .value(value)
                .path(secure ? "/" : PLAIN_PATH)
                .maxAge(maxAge)
                .secure(secure)
                .httpOnly(true)
                .sameSite(SameSite.STRICT)
                .build();
    }

    private String name() {
        return secure ? HOST_NAME : PLAIN_NAME;
    }
}
