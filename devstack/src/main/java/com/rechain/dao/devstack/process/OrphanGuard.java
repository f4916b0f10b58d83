package com.rechain.dao.devstack.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A shell that holds a pipe to this JVM and, when the JVM is gone for whatever reason, kills what
 * the remaining pid files name. A shutdown hook alone would not survive {@code kill -9}.
 */
final class OrphanGuard {
    private static final String SCRIPT =
            """
            trap '' INT HUP TERM
            while IFS= read -r file; do files="$files
            $file"; done
            printf '%s\\n' "$files" | while IFS= read -r file; do
                [ -n "$file" ] && [ -f "$file" ] || continue
                read -r pid _ < "$file" && kill -9 "$pid" 2>/dev/null
                rm -f "$file"
            done
            """;

    private static @Nullable OutputStream pipe;

    private OrphanGuard() {}

    static synchronized void watch(Path pidFile) {
        try {
            if (pipe == null) {
                pipe = new ProcessBuilder("sh", "-c", SCRIPT).start().getOutputStream();
            }
            pipe.write((pidFile.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
