package com.rechain.dao.perf.lab.tool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rechain.dao.perf.lab.community.Voter;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Phase;
import com.rechain.dao.perf.lab.scenario.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/**
 * Everything that a script is told: it knows nothing else. Written as JSON for it to read.
 *
 * @param prefix begins every name and key that this run makes
 * @param callers how many requests may wait for their answers at once
 */
public record Job(
        String gateway,
        String prefix,
        String type,
        String scenario,
        String scale,
        List<Phase> phases,
        int callers,
        Reading reading,
        UUID space,
        String password,
        List<Voter> voters,
        List<UUID> proposals,
        @JsonIgnore Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_CALLERS = 20;
    private static final int MOST_CALLERS = 2_000;

    /** What a cell needs of callers: each waits for a second at most. */
    public static int callers(Cell cell) {
        return Math.clamp(cell.peak(), LEAST_CALLERS, MOST_CALLERS);
    }

    /** Where the tool writes one line for each request. */
    public Path log() {
        return folder.resolve("requests.tsv");
    }

    /** The job as the scripts read it. */
    @JsonIgnore
    public Path file() {
        return folder.resolve("job.json");
    }

    /** Writes it where only its owner reads it: it holds tokens. */
    public void write() throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(file());
        Files.createFile(
                file(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file(), JSON.writeValueAsString(this));
        Files.deleteIfExists(log());
        Files.createFile(log());
    }
}
