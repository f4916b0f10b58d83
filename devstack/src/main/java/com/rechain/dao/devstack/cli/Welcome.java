package com.rechain.dao.devstack.cli;

import java.nio.file.Files;

/** What a person needs to know once the platform runs: where it is and whom to sign in as. */
final class Welcome {
    private final Workplace workplace;
    private final String url;

    Welcome(Workplace workplace, String url) {
        this.workplace = workplace;
        this.url = url;
    }

    void show(Console console, boolean withDemo) {
        console.say("");
        console.say("REChain DAO is up at " + url + "/api/v1");
        if (withDemo && Files.exists(workplace.demoMarker())) {
            console.say("Demo");
        }
        console.say("Stop it with Ctrl-C or, from another terminal, ./dao down");
    }
}
