package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.lab.platform.Community;
import com.rechain.dao.perf.lab.platform.Rows;
import com.rechain.dao.perf.lab.platform.Target;
import com.rechain.dao.perf.lab.platform.Targets;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Data;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.tool.Job;
import com.rechain.dao.perf.lab.tool.LoadTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** One call of the lab: a platform, what the cells need on it, and each cell by each tool. */
final class Lab {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path root;
    private final Scenarios scenarios;
    private final List<LoadTool> tools;
    private final List<Cell> cells;
    private final String prefix =
            "lab-" + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);
    private int runs;

    Lab(Path root, Scenarios scenarios, List<LoadTool> tools, List<Cell> cells) {
        this.root = root;
        this.scenarios = scenarios;
        this.tools = List.copyOf(tools);
        this.cells = List.copyOf(cells);
    }

    /** Runs everything; whether all of it passed. */
    boolean run(String url) throws IOException, SQLException, InterruptedException {
        List<RunSummary> summaries = new ArrayList<>();
        Path work = root.resolve(".dao").resolve("lab-jobs-" + ProcessHandle.current().pid());
        try (Target target = Targets.open(root, url)) {
            for (Cell cell : cells) {
                Rows.require(target, cell);
            }
            Community community = Community.create(target.anyone(), prefix, most(Data::voters));
            List<UUID> shared = shared(community);
            for (Cell cell : cells) {
                for (LoadTool tool : tools) {
                    summaries.add(run(target, community, shared, cell, tool, work));
                }
            }
        } finally {
            delete(work);
        }
        System.out.println();
        System.out.println(Overview.of(summaries));
        return summaries.stream().allMatch(RunSummary::passed);
    }

    private RunSummary run(
            Target target,
            Community community,
            List<UUID> shared,
            Cell cell,
            LoadTool tool,
            Path work)
            throws IOException, SQLException, InterruptedException {
        List<UUID> proposals = proposals(community, shared, cell);
        String name =
                "lab-%s-%s-%s-%s-%s"
                        .formatted(
                                STAMP.format(Instant.now()),
                                tool.name(),
                                cell.type().text(),
                                cell.scenario().text(),
                                cell.scale().text());
        RunFolder folder = new RunFolder(root.resolve("perf").resolve("results").resolve(name));
        Job job =
                CellRun.job(
                        target,
                        scenarios,
                        cell,
                        community,
                        proposals,
                        "%s-%02d".formatted(prefix, runs++),
                        work.resolve(name));
        RunSummary summary = new CellRun(target, scenarios, tool, cell, job, folder).run();
        System.out.println(Overview.line(summary));
        return summary;
    }

    /** Votes need proposals that nobody has voted on; everything else shares. */
    private List<UUID> proposals(Community community, List<UUID> shared, Cell cell) {
        Data data = cell.data();
        if (cell.scenario() != Scenario.VOTING) {
            return shared.subList(0, data.proposals());
        }
        if (data.priorVotes() > 0) {
            community.castPriorVotes(data.priorVotes(), data.voters());
        }
        return community.openProposals(data.proposals(), "To be voted on");
    }

    private List<UUID> shared(Community community) {
        int most =
                cells.stream()
                        .filter(cell -> cell.scenario() != Scenario.VOTING)
                        .mapToInt(cell -> cell.data().proposals())
                        .max()
                        .orElse(0);
        System.out.printf(
                "Prepared %d members; opening %d proposals to read%n", most(Data::voters), most);
        return community.openProposals(most, "To be read");
    }

    private int most(java.util.function.ToIntFunction<Data> size) {
        return cells.stream().mapToInt(cell -> size.applyAsInt(cell.data())).max().orElse(0);
    }

    private static void delete(Path work) {
        if (!Files.isDirectory(work)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(work)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
