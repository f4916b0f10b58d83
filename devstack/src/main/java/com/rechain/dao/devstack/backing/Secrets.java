package com.rechain.dao.devstack.backing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Secrets made up once, 32 random bytes each, and kept in a file only its owner can read. */
public final class Secrets {
    private static final String FILE_NAME = "secrets.properties";
    private static final int BYTES = 32;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    /** The secrets of a state folder. */
    public static Secrets in(Path folder) {
        return new Secrets(folder.resolve(FILE_NAME));
    }

    /** The secret of that name as standard base64, the same at every call. */
    public synchronized String value(String name) {
        try (FileChannel channel = open();
                FileLock _ = channel.lock()) {
            Properties all = read();
            String known = all.getProperty(name);
            if (known != null) {
                return known;
            }
            String made = make();
            Files.writeString(file, name + "=" + made + "\n", StandardOpenOption.APPEND);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.notExists(file)) {
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, ownerOnly);
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    private Properties read() throws IOException {
        Properties all = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            all.load(reader);
        }
        return all;
    }

    private String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
