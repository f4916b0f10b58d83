package com.rechain.dao.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "com.rechain.dao.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("com.rechain.dao.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheServerPackageKnowsTheContainer =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "com.rechain.dao.gateway", "com.rechain.dao.gateway.server")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.inject..", "jakarta.enterprise..");

    @ArchTest
    static final ArchRule nothingBlocksOnAFuture =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("GatewayLifecycle")
                    .should()
                    .callMethod("java.util.concurrent.CompletableFuture", "join")
                    .orShould()
                    .callMethod("java.util.concurrent.CompletableFuture", "get");

    @ArchTest
    static final ArchRule theGatewayKeepsNoData =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..", "jakarta.persistence..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule configurationIsMapped =
            classes().that().haveSimpleNameEndingWith("Config").should().bePublic();
}
