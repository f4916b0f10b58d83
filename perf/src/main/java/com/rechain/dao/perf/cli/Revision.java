package com.rechain.dao.perf.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commit that a folder is at. */
public final class Revision {
    private Revision() {}

    /**
     * The first {@code digits} of its name or as many as tell it from others, with a plus sign when
     * files were changed since; empty without git.
     */
    public static String of(Path root, int digits) {
        String commit = git(root, "rev-parse", "--short=" + digits, "HEAD");
        if (commit.isEmpty()) {
            return "";
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
