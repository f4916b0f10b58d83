package com.rechain.dao.devstack.cli;

import com.rechain.dao.devstack.demo.DemoData;
import com.rechain.dao.devstack.demo.DemoScript;
import com.rechain.dao.devstack.process.LaunchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;

/**
 * What a person finds once the platform runs: demo data, and where it is and whom to sign in as.
 */
final class Welcome {
    private final Workplace workplace;
    private final String url;
    private final Console console;

    Welcome(Workplace workplace, String url, Console console) {
        this.workplace = workplace;
        this.url = url;
        this.console = console;
    }

    /** Fills in the demo data unless they were before. */
    void fillIn() {
        if (Files.exists(workplace.demoMarker())) {
            return;
        }
        DemoData demo = new DemoData(DemoScript.shipped(), URI.create(url), Clock.systemUTC());
        try {
            console.timed("demo data", demo::fillIn);
            Files.createFile(workplace.demoMarker());
        } catch (IllegalStateException | IOException | UncheckedIOException e) {
            throw new LaunchException(
                    "The demo data could not be filled in (up --no-demo leaves them out): "
                            + e.getMessage(),
                    e);
        }
    }

    void show() {
        console.say("");
        console.say("REChain DAO is up.");
        console.say("  API       %s/api/v1   (all routes: %s/docs)".formatted(url, url));
        if (Files.exists(workplace.demoMarker())) {
            showDemo(DemoScript.shipped());
        }
        console.say("  Stop it   Ctrl-C, or ./dao down in another terminal");
    }

    private void showDemo(DemoScript script) {
        console.say(
                "  Sign in   as %s (owner) or any of the other %d members, such as %s; all with the password: %s"
                        .formatted(
                                script.founder().email(),
                                script.members().size() - 1,
                                script.members().get(1).email(),
                                script.password()));
        console.say("  Space     %s/api/v1/spaces/%s".formatted(url, script.space().slug()));
    }
}
