package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.lab.community.Community;
import com.rechain.dao.perf.lab.community.RequiredRows;
import com.rechain.dao.perf.lab.result.RunFolder;
import com.rechain.dao.perf.lab.result.RunSummary;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Data;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.tool.Job;
import com.rechain.dao.perf.lab.tool.LoadTool;
import com.rechain.dao.perf.platform.Platform;
import com.rechain.dao.perf.platform.Platforms;
import com.rechain.dao.perf.platform.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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
        Path results = root.resolve("perf").resolve("results");
        try (Scratch jobs = jobs();
                Platform platform = Platforms.open(root, url)) {
            for (Cell cell : cells) {
                RequiredRows.require(platform, cell);
            }
            Community community =
                    Community.create(platform.anyone().trying(5), prefix, most(Data::voters));
            List<UUID> shared = shared(community);
            if (url.isEmpty()) {
                warmUp(platform, community, shared, jobs.path());
            }
            for (Cell cell : cells) {
                for (LoadTool tool : tools) {
                    RunSummary summary =
                            run(platform, community, shared, cell, tool, jobs.path(), results);
                    System.out.println(Overview.line(summary));
                    summaries.add(summary);
                }
            }
        }
        System.out.println();
        System.out.println(Overview.of(summaries));
        return summaries.stream().allMatch(RunSummary::passed);
    }

    private RunSummary run(
            Platform platform,
            Community community,
            List<UUID> shared,
            Cell cell,
            LoadTool tool,
            Path jobs,
            Path results)
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
        RunFolder folder = new RunFolder(results.resolve(name));
        Job job =
                CellRun.job(
                        platform,
                        scenarios,
                        cell,
                        community,
                        proposals,
                        "%s-%02d".formatted(prefix, runs++),
                        jobs.resolve(name));
        return new CellRun(platform, scenarios, tool, cell, job, folder).run();
    }

    /**
     * Runs one cell of each scenario that times will decide, and judges none: services that were
     * just started are still being compiled.
     */
    private void warmUp(Platform platform, Community community, List<UUID> shared, Path jobs)
            throws IOException, SQLException, InterruptedException {
        for (Cell cell : toWarmUp(cells)) {
            System.out.printf("Warming up: %s%n", cell.scenario().text());
            run(platform, community, shared, cell, tools.getFirst(), jobs, jobs.resolve("results"));
        }
    }

    /** Times decide nothing at the scale of CI, and seconds do there. */
    static List<Cell> toWarmUp(List<Cell> cells) {
        Map<Scenario, Cell> first = new EnumMap<>(Scenario.class);
        cells.stream()
                .filter(cell -> cell.scale() != Scale.CI)
                .forEach(cell -> first.putIfAbsent(cell.scenario(), cell));
        return List.copyOf(first.values());
    }

    private Scratch jobs() {
        String name = "lab-jobs-" + ProcessHandle.current().pid();
        return new Scratch(root.resolve(".dao").resolve(name));
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
}
