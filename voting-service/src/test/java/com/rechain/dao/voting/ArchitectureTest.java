package com.rechain.dao.voting;

import com.rechain.dao.test.architecture.ServiceArchitecture;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
        packages = "com.rechain.dao.voting",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest static final ArchTests RULES = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            SlicesRuleDefinition.slices()
                    .matching("com.rechain.dao.voting.(*)..")
                    .should()
                    .beFreeOfCycles();
}
