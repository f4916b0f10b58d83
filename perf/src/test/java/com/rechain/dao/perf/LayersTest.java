package com.rechain.dao.perf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.rechain.dao.perf.cli.Perf;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What all commands stand on is there once, and knows none of them. */
@AnalyzeClasses(
        packages = "com.rechain.dao.perf",
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    private static final String[] GROUND = {
        "..perf.load..",
        "..perf.measure..",
        "..perf.model..",
        "..perf.observe..",
        "..perf.peer..",
        "..perf.platform.."
    };
    private static final String[] COMMANDS = {
        "..perf.bench..",
        "..perf.capacity..",
        "..perf.diagnose..",
        "..perf.lab..",
        "..perf.plant..",
        "..perf.pools..",
        "..perf.queries..",
        "..perf.seed..",
        "..perf.verify.."
    };

    @ArchTest
    static final ArchRule THE_GROUND_KNOWS_NO_COMMAND =
            noClasses()
                    .that()
                    .resideInAnyPackage(GROUND)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMMANDS);

    /** The class that knows all commands is in the package that all commands know. */
    @ArchTest
    static final ArchRule NOTHING_GOES_ROUND =
            slices().matching("com.rechain.dao.perf.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(
                            DescribedPredicate.<JavaClass>describe(
                                    "the list of commands",
                                    type -> type.getName().equals(Perf.class.getName())),
                            DescribedPredicate.alwaysTrue());

    /** The agent gets into other processes and must bring along all that it needs. */
    @ArchTest
    static final ArchRule THE_AGENT_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage("..perf.agent..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("..perf.agent..", "java..", "org.jspecify..");
}
