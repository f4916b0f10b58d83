package com.rechain.dao.devstack.process;

import java.io.IOException;
import java.util.List;

/** The signals Java cannot send by itself; they freeze a process and let it go on. */
enum Signal {
    STOP,
    CONT;

    void sendTo(ProcessHandle process) {
        // The shell's own kill: there is one wherever there is a POSIX shell.
        List<String> command = List.of("sh", "-c", "kill -%s %d".formatted(name(), process.pid()));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new LaunchException(
                        "Could not send SIG" + name() + " to process " + process.pid() + ".");
            }
        } catch (IOException e) {
            throw new LaunchException("There is no shell to send signals with.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while sending a signal.", e);
        }
    }
}
