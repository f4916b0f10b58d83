package com.rechain.dao.perf.plant;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.diagnose.Diagnosis;
import com.rechain.dao.perf.diagnose.DiagnosisText;
import com.rechain.dao.perf.diagnose.Figures;
import com.rechain.dao.perf.diagnose.Finding;
import com.rechain.dao.perf.platform.OwnPlatform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ./dao perf plant CAUSE...|all}: puts causes of slowness into a platform of its own, one
 * after the other, and has each diagnosed next to a healthy run of the same mix.
 */
public final class PlantCommand implements Command {
    private static final Sowing NOTHING = new Sowing() {};
    private static final int HEALTHY_RUNS = 1;

    /** A line of the table. */
    private record Line(String planted, String expected, Optional<Finding> named, boolean right) {
        String text() {
            String said =
                    named.map(finding ->
                                    finding.cause().bottleneck().title()
                                            + ": "
                                            + finding.cause().title()
                                            + " ("
                                            + finding.where()
                                            + ")")
                            .orElse("nothing");
            return "| %-17s | %-34s | %-72s | %-5s |"
                    .formatted(planted, expected, said, right ? "right" : "WRONG");
        }
    }

    @Override
    public String usage() {
        return "CAUSE...|all   plants causes of slowness and has them diagnosed: "
                + Arrays.stream(Plant.values()).map(Plant::text).collect(Collectors.joining(", "));
    }

    @Override
    public int run(Path root, List<String> arguments) throws Exception {
        List<Plant> plants = plants(arguments);
        Path results = root.resolve(".dao/perf/planted");
        System.out.println("Starting a platform of its own");
        List<Line> lines = new ArrayList<>();
        try (OwnPlatform platform = GroundWork.platform(root)) {
            PlantRun runs = new PlantRun(platform, GroundWork.at(platform.gateway()), results);
            Figures healthy = healthy(runs);
            healthy.write(results.resolve("healthy.json"));
            lines.add(control(runs, healthy));
            boolean disturbed = false;
            for (Plant plant : plants) {
                Sowing sowing = plant.sowing();
                if (disturbed && !sowing.restarts()) {
                    runs.restart();
                }
                lines.add(planted(plant, sowing, runs, healthy));
                disturbed = sowing.restarts();
            }
        }
        return report(lines);
    }

    private static List<Plant> plants(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new UsageException("plant takes all, or one or more of: " + names());
        }
        if (arguments.equals(List.of("all"))) {
            return List.of(Plant.values());
        }
        return arguments.stream()
                .map(name ->
                        Plant.named(name)
                                .orElseThrow(() ->
                                        new UsageException(
                                                "Nobody knows how to plant %s; there are %s."
                                                        .formatted(name, names()))))
                .toList();
    }

    private static String names() {
        return Arrays.stream(Plant.values()).map(Plant::text).collect(Collectors.joining(", "));
    }

    private static Figures healthy(PlantRun runs) throws Exception {
        List<Figures> healthy = new ArrayList<>();
        for (int i = 1; i <= HEALTHY_RUNS; i++) {
            // As cold as the planted ones will be.
            runs.restart();
            healthy.add(runs.of("healthy-" + i, NOTHING));
        }
        return Figures.median(healthy);
    }

    private static Line control(PlantRun runs, Figures healthy) throws Exception {
        Diagnosis diagnosis = Diagnosis.of(runs.of("nothing", NOTHING), healthy);
        System.out.println("== nothing planted\n" + DiagnosisText.of(diagnosis));
        return new Line(
                "nothing", "nothing", diagnosis.bottleneck(), diagnosis.findings().isEmpty());
    }

    /** One cause that can not be planted here must not keep the others from being shown. */
    private static Line planted(Plant plant, Sowing sowing, PlantRun runs, Figures healthy) {
        try {
            return line(plant, Diagnosis.of(runs.of(plant.text(), sowing), healthy));
        } catch (Exception e) {
            System.out.printf("== %s could not be planted: %s%n", plant.text(), e.getMessage());
            return new Line(plant.text(), expected(plant), Optional.empty(), false);
        }
    }

    private static Line line(Plant plant, Diagnosis diagnosis) {
        System.out.println("== planted: " + plant.text() + "\n" + DiagnosisText.of(diagnosis));
        boolean right =
                diagnosis
                        .bottleneck()
                        .filter(found -> found.cause() == plant.expected())
                        .isPresent();
        return new Line(plant.text(), expected(plant), diagnosis.bottleneck(), right);
    }

    private static String expected(Plant plant) {
        return plant.expected().bottleneck().title() + ": " + plant.expected().title();
    }

    private static int report(List<Line> lines) {
        System.out.println(
                "| planted           | to be named                        | named                  "
                        + "                                                  |       |");
        System.out.println(
                "|-------------------|------------------------------------|--------------------------------------------------------------------------|-------|");
        lines.forEach(line -> System.out.println(line.text()));
        long right = lines.stream().filter(Line::right).count();
        System.out.printf("%d of %d right%n", right, lines.size());
        return right == lines.size() ? 0 : 1;
    }
}
