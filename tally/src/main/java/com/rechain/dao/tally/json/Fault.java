package com.rechain.dao.tally.json;

/**
 * One broken rule of an input and where it stands.
 *
 * @param place the path of the field, such as {@code quorum.amount}; empty for the whole document
 * @param rule the rule's stable name, in kebab case
 * @param message one sentence for people
 */
public record Fault(String place, String rule, String message) {}
