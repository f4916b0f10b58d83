package com.rechain.dao.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules every service keeps. A service takes them all with {@code @ArchTest static final
 * ArchTests RULES = ArchTests.in(ServiceArchitecture.class)} in a class marked
 * {@code @AnalyzeClasses}.
 */
public final class ServiceArchitecture {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private static final String INJECT = "jakarta.inject.Inject";
    private static final String CONFIG = "org.eclipse.microprofile.config.inject.ConfigProperty";
    private static final String REPOSITORY =
            "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";
    private static final Set<String> CLOCK_READERS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    @ArchTest
    static final ArchRule RESOURCES_ARE_CALLED_RESOURCES =
            classes()
                    .that()
                    .areAnnotatedWith(PATH)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .haveSimpleNameEndingWith("Resource")
                    .because("the suffix tells the role: Resource speaks HTTP")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule LOCATIONS_ARE_PATHS =
            noClasses()
                    .should()
                    .callMethod("jakarta.ws.rs.core.Response", "created", "java.net.URI")
                    .because("it names an address inside the cluster; Created.at names the path")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule REPOSITORIES_ARE_CALLED_REPOSITORIES =
            classes()
                    .that()
                    .areAssignableTo(REPOSITORY)
                    .should()
                    .haveSimpleNameEndingWith("Repository")
                    .because("the suffix tells the role: Repository reads and writes the primary")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONSUMERS_ARE_CALLED_CONSUMERS =
            methods()
                    .that()
                    .areAnnotatedWith(INCOMING)
                    .should()
                    .beDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Consumer")
                    .because("the suffix tells the role: Consumer takes events in")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base)")
                    .because("such a suffix says nothing")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_LEAVE_STORAGE_TO_SERVICES =
            noClasses()
                    .that()
                    .areAnnotatedWith(PATH)
                    .should()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("Repository")
                    .because("a use case is a transaction of a Lifecycle or Service")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NEITHER_HTTP_NOR_KAFKA =
            noClasses()
                    .that()
                    .areAnnotatedWith(ENTITY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.ws.rs..",
                            "org.apache.kafka..",
                            "io.smallrye.reactive.messaging..",
                            "org.eclipse.microprofile.reactive.messaging..")
                    .because("state outlives the ways it is reached by")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule STORAGE_BELONGS_TO_ITS_FEATURE =
            classes()
                    .that(describe("are entities or repositories", ServiceArchitecture::isStorage))
                    .should(FeatureOwnership.beUsedByTheirOwnFeatureOnly())
                    .because("features meet through services and views")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes()
                    .should(PackageMarking.liveInAPackageMarkedWith(NullMarked.class))
                    .because("null is said, never guessed")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_INJECTED_CLOCK =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..platform.time..")
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "reads the machine's clock",
                                    ServiceArchitecture::readsTheClock))
                    .because("tests move the clock, and servers follow the database's")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule IDS_COME_FROM_THE_PLATFORM =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..platform.id..")
                    .should()
                    .callMethod(java.util.UUID.class, "randomUUID")
                    .because("ids are UUIDv7: they sort by time and keep indexes dense")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_USES_THE_OLD_DATES =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Calendar")
                    .because("java.time is exact and cannot be changed behind one's back")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DEPENDENCIES_ARE_CONSTRUCTOR_PARAMETERS =
            noFields()
                    .should()
                    .beAnnotatedWith(INJECT)
                    .orShould()
                    .beAnnotatedWith(CONFIG)
                    .because("an object is whole when it is made")
                    .allowEmptyShould(true);

    private ServiceArchitecture() {}

    private static boolean isStorage(JavaClass type) {
        return type.isAnnotatedWith(ENTITY) || type.isAssignableTo(REPOSITORY);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean ofTime = owner.startsWith("java.time.") || owner.equals("java.lang.System");
        return ofTime
                && CLOCK_READERS.contains(access.getName())
                // now(clock) is how it should be.
                && !access.getTarget().getFullName().contains("java.time.Clock)");
    }
}
