package com.rechain.dao.user.login;

import com.rechain.dao.user.account.AccountView;
import com.rechain.dao.user.session.OpenedSession;
import com.rechain.dao.user.token.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Makes the answer that carries both tokens of a session. */
@ApplicationScoped
class SignIns {
    private final AccessTokens tokens;
    private final RefreshCookie cookie;

    SignIns(AccessTokens tokens, RefreshCookie cookie) {
        this.tokens = tokens;
        this.cookie = cookie;
    }

    Response answer(OpenedSession session, AccountView account) {
        String accessToken = tokens.issue(account.id(), account.handle(), session.id());
        return Response.ok(
                        new SignedInView(
                                accessToken, "Bearer", tokens.lifetime().toSeconds(), account))
                .cookie(cookie.of(session))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
