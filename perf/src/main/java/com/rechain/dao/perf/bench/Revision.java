package com.rechain.dao.perf.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commit that a folder is at. */
final class Revision {
    private static final String UNKNOWN = "unknown";

    private Revision() {}

    /** Its short name, with a plus sign when files were changed since; unknown without git. */
    static String of(Path root) {
        String commit = git(root, "rev-parse", "--short=9", "HEAD");
        if (commit.isEmpty()) {
            return UNKNOWN;
        }
        boolean changed = !git(root, "status", "--porcelain", "--untracked-files=no").isEmpty();
        return changed ? commit + "+" : commit;
    }

    private static String git(Path root, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? printed.strip() : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
