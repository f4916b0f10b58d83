package com.rechain.dao.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/** Whether the package of a class carries an annotation. */
final class PackageMarking {

    private PackageMarking() {}

    static ArchCondition<JavaClass> liveInAPackageMarkedWith(
            Class<? extends Annotation> annotation) {
        return new ArchCondition<>("live in a package marked with @" + annotation.getSimpleName()) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(annotation);
                String verdict =
                        "%s is%s marked".formatted(type.getPackageName(), marked ? "" : " not");
                events.add(new SimpleConditionEvent(type, marked, verdict));
            }
        };
    }
}
