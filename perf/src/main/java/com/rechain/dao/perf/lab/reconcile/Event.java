package com.rechain.dao.perf.lab.reconcile;

/**
 * A record of the event log.
 *
 * @param effect what happened: a user, a proposal, or a proposal, a voter and a revision with
 *     slashes between
 */
public record Event(String type, String eventId, String effect) {}
