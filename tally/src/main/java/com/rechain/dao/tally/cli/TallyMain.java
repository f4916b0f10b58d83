package com.rechain.dao.tally.cli;

import com.rechain.dao.tally.json.CanonicalJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code ./dao tally FILE}: counts the ballots of a file and prints the result as one line of
 * canonical JSON (RFC 8785). Ends with 0, or with 2 and one sentence on the error stream when the
 * file can not be counted.
 */
public final class TallyMain {
    private static final int BAD_INPUT = 2;

    private TallyMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 1) {
            err.println("usage: ./dao tally FILE (docs/formats/vote-file.md says what is in it)");
            return BAD_INPUT;
        }
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            byte[] result = CanonicalJson.bytes(VoteFile.read(in).result());
            out.write(result, 0, result.length);
            out.write('\n');
            out.flush();
            return 0;
        } catch (BadFile e) {
            err.println(e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getFile() + ".");
        } catch (IOException e) {
            err.println(arguments[0] + " can not be read: " + e.getMessage());
        }
        return BAD_INPUT;
    }

    /** The result of a file's text, for tests and other programs. */
    static String resultOf(String text) throws BadFile, IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return CanonicalJson.text(VoteFile.read(new ByteArrayInputStream(utf8)).result());
    }
}
