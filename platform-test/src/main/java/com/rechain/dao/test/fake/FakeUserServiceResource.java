package com.rechain.dao.test.fake;

import com.rechain.dao.test.backing.SharedBacking;
import com.rechain.dao.test.security.SigningKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a service under test a {@link FakeUserService}; test fields of that type are filled in. */
public final class FakeUserServiceResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable FakeUserService users;

    @Override
    public Map<String, String> start() {
        // Made now: a service gives up on its first look at the keys if that has to wait for it.
        SigningKey.trusted();
        users = FakeUserService.start(SharedBacking.get().secrets().value("internal"));
        return Map.of("DAO_USER_SERVICE_URL", users.url());
    }

    @Override
    public void stop() {
        if (users != null) {
            users.close();
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(users, new TestInjector.MatchesType(FakeUserService.class));
    }
}
