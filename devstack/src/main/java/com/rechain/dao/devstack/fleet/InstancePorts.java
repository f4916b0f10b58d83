package com.rechain.dao.devstack.fleet;

/** The two ports of one process: what it serves, and health with metrics. */
public record InstancePorts(int http, int management) {}
