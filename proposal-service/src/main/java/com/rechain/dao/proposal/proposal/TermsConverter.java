package com.rechain.dao.proposal.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps terms as JSON in a text column. */
@Converter
public class TermsConverter implements AttributeConverter<@Nullable Terms, @Nullable String> {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Terms terms) {
        try {
            return terms == null ? null : JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("terms are always writable", e);
        }
    }

    @Override
    public @Nullable Terms convertToEntityAttribute(@Nullable String column) {
        return read(column);
    }

    /** The terms in {@code column}. */
    public static @Nullable Terms read(@Nullable String column) {
        try {
            return column == null ? null : JSON.readValue(column, Terms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored terms are always readable", e);
        }
    }
}
