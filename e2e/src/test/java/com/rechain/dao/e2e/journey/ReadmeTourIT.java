package com.rechain.dao.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rechain.dao.e2e.support.SameInEveryHome;
import com.rechain.dao.e2e.support.Suite;
import com.rechain.dao.test.backing.DaoRoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The README's tour, followed as a newcomer would: its blocks, in order, in one shell. */
@SameInEveryHome
@Isolated("is a reader who is alone")
class ReadmeTourIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh tour\\R(.*?)^```$");

    @Test
    void theTourWorksAsItIsWritten() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", tour());
        shell.environment().put("API", Suite.get().fleet().url() + "/api/v1");
        Path output = Path.of("target", "tour.txt");
        shell.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Process walk = shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = walk.waitFor(5, TimeUnit.MINUTES);
        walk.destroyForcibly();
        String told = Files.readString(output);

        assertThat(ended).as(told).isTrue();
        assertThat(walk.exitValue()).as(told).isZero();
        assertThat(told)
                .contains("the same receipt, byte for byte", "the result is what it says it is")
                .contains("\"outcome\":\"SUCCEEDED\"");
    }

    private static String tour() throws IOException {
        String readme = Files.readString(DaoRoot.path().resolve("README.md"));
        return BLOCK.matcher(readme)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
