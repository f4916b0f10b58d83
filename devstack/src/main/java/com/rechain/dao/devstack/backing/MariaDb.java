package com.rechain.dao.devstack.backing;

import com.rechain.dao.devstack.process.LaunchException;
import com.rechain.dao.devstack.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A MariaDB server in a folder: makes its data folder and knows how to run it. */
final class MariaDb {
    private static final String ADMIN = "root";

    private final String name;
    private final Path state;
    private final Path home;
    private final Account admin;
    private final Database database;

    /**
     * @param group which group of the configuration applies: {@code primary} or {@code replica}
     * @param home MariaDB's own {@code bin} and {@code share}
     */
    MariaDb(String group, Path state, Path home, int port, Secrets secrets) {
        this.name = "mariadb-" + group;
        this.state = state.toAbsolutePath();
        this.home = home;
        this.admin = new Account(ADMIN, secrets.value("db.root"));
        List<String> command = new ArrayList<>(program());
        // The suffix must follow the file, and both must lead.
        command.add(2, "--defaults-group-suffix=-" + group);
        command.add("--port=" + port);
        ProcessSpec spec = new ProcessSpec(name, command, Map.of(), folder(), this.state);
        // The server asks whether the database answers, and the database needs the server's
        // address.
        this.database = new Database(new ProcessServer(spec, port, this::answers), admin);
    }

    Database database() {
        return database;
    }

    /**
     * Makes the data folder if there is none. Atomic: a half-made one is never taken for a whole
     * one.
     */
    void prepare() {
        try {
            Files.createDirectories(temporary());
            Files.writeString(configuration(), Resources.text("mariadb.cnf"));
            if (Files.notExists(data())) {
                Path unfinished = Files.createTempDirectory(folder(), "data");
                bootstrap(unfinished);
                Files.move(unfinished, data());
            }
        } catch (IOException e) {
            throw new LaunchException(
                    "%s could not make its data folder: %s".formatted(name, e.getMessage()), e);
        }
    }

    private boolean answers() {
        return database.answers();
    }

    private void bootstrap(Path target) throws IOException {
        Path script = Files.writeString(target.resolveSibling("bootstrap.sql"), bootstrapSql());
        File log = folder().resolve("bootstrap.log").toFile();
        List<String> command = new ArrayList<>(program());
        command.replaceAll(
                option -> option.startsWith("--datadir") ? "--datadir=" + target : option);
        command.add("--bootstrap");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(script.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start();
            if (process.waitFor() != 0) {
                throw new LaunchException(
                        "%s could not make its data folder; see %s.".formatted(name, log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while making a data folder.", e);
        } finally {
            Files.delete(script);
        }
    }

    /** The package's own tables and, in the place of its open accounts, one with a password. */
    private String bootstrapSql() throws IOException {
        return """
        CREATE DATABASE mysql;
        USE mysql;
        SET @auth_root_socket = NULL;
        %s
        %s
        DELETE FROM global_priv;
        FLUSH PRIVILEGES;
        CREATE USER '%s'@'127.0.0.1' IDENTIFIED BY '%s';
        GRANT ALL PRIVILEGES ON *.* TO '%s'@'127.0.0.1' WITH GRANT OPTION;
        """
                .formatted(
                        share("mariadb_system_tables.sql"),
                        share("mariadb_system_tables_data.sql"),
                        admin.name(),
                        admin.password(),
                        admin.name());
    }

    private String share(String file) throws IOException {
        return Files.readString(home.resolve("share").resolve(file), StandardCharsets.UTF_8);
    }

    private List<String> program() {
        return List.of(
                home.resolve("bin/mariadbd").toString(),
                "--defaults-file=" + configuration(),
                "--basedir=" + home,
                "--lc-messages-dir=" + home.resolve("share"),
                "--datadir=" + data(),
                // A server that starts clears this folder: shared, it would take another's files.
                "--tmpdir=" + temporary(),
                // MariaDB refuses to run as root unless told; for anybody else this changes
                // nothing.
                "--user=" + System.getProperty("user.name"));
    }

    private Path folder() {
        return state.resolve(name);
    }

    private Path data() {
        return folder().resolve("data");
    }

    private Path temporary() {
        return folder().resolve("tmp");
    }

    private Path configuration() {
        return folder().resolve("mariadb.cnf");
    }
}
