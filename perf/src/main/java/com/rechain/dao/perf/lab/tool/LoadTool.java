package com.rechain.dao.perf.lab.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that makes load from a {@link Job}. */
public interface LoadTool {
    String name();

    /** Why it cannot be used here and how to get it, in one sentence; empty when it can. */
    Optional<String> missing();

    /** The program with its arguments. */
    List<String> command(Job job) throws IOException;

    /** Variables for it. */
    Map<String, String> environment(Job job);

    /**
     * How many requests it did not send although they were due.
     *
     * @param output what it printed
     */
    long dropped(Job job, Path output) throws IOException;
}
