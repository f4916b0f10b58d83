package com.rechain.dao.perf.lab;

import com.rechain.dao.perf.cli.Command;
import com.rechain.dao.perf.cli.UsageException;
import com.rechain.dao.perf.lab.scenario.Cell;
import com.rechain.dao.perf.lab.scenario.Scenarios;
import com.rechain.dao.perf.lab.tool.LoadTool;
import com.rechain.dao.perf.lab.tool.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./dao perf run}: lets cells of the lab run by one or all tools. */
public final class RunCommand implements Command {
    @Override
    public String usage() {
        return "--tool k6|artillery|jmeter|all --type baseline|stress|spike|volume|all"
                + " --scenario registration|proposal|voting|retrieval|all --scale ci|local|full"
                + " [--url ADDRESS] [--installed-only]";
    }

    @Override
    public int run(Path root, List<String> arguments) throws Exception {
        Scenarios scenarios = Scenarios.read(root.resolve("perf").resolve("scenarios.yaml"));
        RunOptions options = RunOptions.parse(arguments, new Tools(root, System.getenv()));
        List<LoadTool> tools = usable(options);
        List<Cell> cells = new ArrayList<>();
        for (var type : options.types()) {
            for (var scenario : options.scenarios()) {
                cells.add(scenarios.cell(type, scenario, options.scale()));
            }
        }
        return new Lab(root, scenarios, tools, cells).run(options.url()) ? 0 : 1;
    }

    /** The tools that are here; one that is not ends the call, or is named and left out. */
    private static List<LoadTool> usable(RunOptions options) {
        List<LoadTool> usable = new ArrayList<>();
        for (LoadTool tool : options.tools()) {
            Optional<String> missing = tool.missing();
            if (missing.isEmpty()) {
                usable.add(tool);
            } else if (options.installedOnly()) {
                System.out.println("Left out: " + missing.get());
            } else {
                throw new UsageException(missing.get());
            }
        }
        if (usable.isEmpty()) {
            throw new UsageException("None of the load tools is here.");
        }
        return usable;
    }
}
