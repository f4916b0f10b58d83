package com.rechain.dao.perf.lab.result;

/** A figure at a second of a run, from its first request. */
public record Point(double second, double value) {}
