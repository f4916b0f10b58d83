package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.scenario.Scale;
import com.rechain.dao.perf.lab.scenario.Scenario;
import com.rechain.dao.perf.lab.scenario.TestType;
import com.rechain.dao.perf.lab.tool.LoadTool;
import com.rechain.dao.perf.lab.tool.Tools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What {@code ./dao perf run} was told.
 *
 * @param url of a running platform; empty for one of its own
 * @param installedOnly whether tools that are not here are named and left out
 */
record RunOptions(
        List<LoadTool> tools,
        List<TestType> types,
        List<Scenario> scenarios,
        Scale scale,
        String url,
        boolean installedOnly) {
    private static final String ALL = "all";
    private static final List<String> NAMES =
            List.of("--tool", "--type", "--scenario", "--scale", "--url");

    /**
     * @throws UsageException when it makes no sense
     */
    static RunOptions parse(List<String> arguments, Tools tools) {
        boolean installedOnly = arguments.contains("--installed-only");
        Map<String, String> values =
                values(
                        arguments.stream()
                                .filter(argument -> !argument.equals("--installed-only"))
                                .toList());
        return new RunOptions(
                tools(values.getOrDefault("--tool", ALL), tools),
                several(values, "--type", TestType.values(), TestType::text),
                several(values, "--scenario", Scenario.values(), Scenario::text),
                one("--scale", values.getOrDefault("--scale", "ci"), Scale.values(), Scale::text),
                values.getOrDefault("--url", ""),
                installedOnly);
    }

    private static Map<String, String> values(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!NAMES.contains(name)) {
                throw new UsageException(
                        "run takes %s and --installed-only, not %s."
                                .formatted(String.join(", ", NAMES), name));
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value.");
            }
            values.put(name, arguments.get(i + 1));
        }
        return values;
    }

    private static List<LoadTool> tools(String name, Tools tools) {
        if (name.equals(ALL)) {
            return tools.all();
        }
        return List.of(
                tools.named(name)
                        .orElseThrow(() ->
                                unknown("--tool", name, tools.all().stream().map(LoadTool::name))));
    }

    private static <T> List<T> several(
            Map<String, String> values, String option, T[] all, Function<T, String> text) {
        String name = values.getOrDefault(option, ALL);
        return name.equals(ALL) ? List.of(all) : List.of(one(option, name, all, text));
    }

    private static <T> T one(String option, String name, T[] all, Function<T, String> text) {
        return Stream.of(all)
                .filter(value -> text.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(option, name, Stream.of(all).map(text)));
    }

    private static UsageException unknown(String option, String name, Stream<String> known) {
        return new UsageException(
                "%s knows %s, not %s.".formatted(option, String.join(", ", known.toList()), name));
    }
}
