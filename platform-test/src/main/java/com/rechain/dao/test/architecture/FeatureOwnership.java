package com.rechain.dao.test.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Which feature a class belongs to: the package below {@code com.rechain.dao.<service>}. */
final class FeatureOwnership {
    private static final int FEATURE = 4;

    private FeatureOwnership() {}

    static ArchCondition<JavaClass> beUsedByTheirOwnFeatureOnly() {
        return new ArchCondition<>("be used by their own feature only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency use : type.getDirectDependenciesToSelf()) {
                    boolean own = feature(use.getOriginClass()).equals(feature(type));
                    events.add(new SimpleConditionEvent(type, own, use.getDescription()));
                }
            }
        };
    }

    static String feature(JavaClass type) {
        String[] path = type.getPackageName().split("\\.");
        return path.length > FEATURE ? path[FEATURE] : "";
    }
}
