package com.rechain.dao.platform.replica;

/**
 * A value and how fresh it is.
 *
 * @param version an instant on the primary's clock, in microseconds: the value shows every commit
 *     before it
 */
public record Versioned<T>(long version, T value) {}
