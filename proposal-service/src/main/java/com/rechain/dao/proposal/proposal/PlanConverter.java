package com.rechain.dao.proposal.proposal;

import com.rechain.dao.proposal.proposal.action.Plan;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps a plan as canonical JSON in a text column, and no plan as null. */
@Converter
public class PlanConverter implements AttributeConverter<@Nullable Plan, @Nullable String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Plan plan) {
        return plan == null ? null : plan.stored();
    }

    @Override
    public Plan convertToEntityAttribute(@Nullable String column) {
        return Plan.parse(column);
    }
}
