package com.rechain.dao.user.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rechain.dao.user.membership.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Settings as text: the form of RFC 8785, which for what settings may contain ({@link PlainJson})
 * is sorted names and no spaces; hashed as such.
 */
final class CanonicalSettings {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private CanonicalSettings() {}

    static String text(Settings settings) {
        try {
            return JSON.writeValueAsString(ordered(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings are always writable", e);
        }
    }

    static String hash(String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(canonical.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The settings that {@link #text} wrote. */
    static Settings parse(String canonical) {
        try {
            return JSON.readValue(canonical, Settings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings are always readable", e);
        }
    }

    static JsonNode tree(Settings settings) {
        return JSON.valueToTree(settings);
    }

    /**
     * The settings in {@code tree}, not checked yet.
     *
     * @throws JsonProcessingException when a member is unknown or of the wrong type
     */
    static Settings read(JsonNode tree) throws JsonProcessingException {
        return JSON.treeToValue(tree, Settings.class);
    }

    /** A set has no order, its text has. */
    private static Settings ordered(Settings settings) {
        Settings.Timelock lock = settings.timelock();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(lock.vetoRoles());
        return new Settings(
                settings.proposing(),
                settings.signOffs(),
                new Settings.Timelock(
                        lock.challengeSeconds(),
                        lock.minDelaySeconds(),
                        lock.graceSeconds(),
                        roles),
                settings.defaultRules(),
                settings.onlyByProposal());
    }
}
