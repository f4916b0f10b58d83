package com.rechain.dao.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceArchitectureTest {

    @Test
    void readingTheMachinesClockIsFound() {
        assertThatThrownBy(() ->
                        ServiceArchitecture.TIME_COMES_FROM_THE_INJECTED_CLOCK.check(
                                of(ReadsTheMachinesClock.class)))
                .hasMessageContaining("Instant.now()");
    }

    @Test
    void readingAGivenClockIsFine() {
        assertThatCode(() ->
                        ServiceArchitecture.TIME_COMES_FROM_THE_INJECTED_CLOCK.check(
                                of(ReadsAGivenClock.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void aRandomIdIsFound() {
        assertThatThrownBy(() ->
                        ServiceArchitecture.IDS_COME_FROM_THE_PLATFORM.check(
                                of(MakesARandomId.class)))
                .hasMessageContaining("randomUUID");
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        assertThatThrownBy(() ->
                        ServiceArchitecture.NAMES_SAY_WHAT_A_TYPE_IS.check(of(ThingManager.class)))
                .hasMessageContaining("ThingManager");
    }

    @Test
    void aPackageWithoutNullMarkedIsFound() {
        assertThatThrownBy(() ->
                        ServiceArchitecture.EVERY_PACKAGE_IS_NULL_MARKED.check(
                                of(ThingManager.class)))
                .hasMessageContaining("com.rechain.dao.test.architecture is not marked");
    }

    @Test
    void theFeatureIsThePackageBelowTheService() {
        assertThat(
                        FeatureOwnership.feature(
                                of(ServiceArchitecture.class).get(ServiceArchitecture.class)))
                .isEqualTo("architecture");
    }

    private static JavaClasses of(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    static class ReadsTheMachinesClock {
        Instant time() {
            return Instant.now();
        }
    }

    static class ReadsAGivenClock {
        Instant time(Clock clock) {
            return Instant.now(clock);
        }
    }

    static class MakesARandomId {
        UUID id() {
            return UUID.randomUUID();
        }
    }

    static class ThingManager {}
}
