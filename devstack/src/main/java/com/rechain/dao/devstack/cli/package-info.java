/**
 * What {@code ./dao} can do with a whole platform on one machine.
 *
 * <p>{@link com.rechain.dao.devstack.cli.UpCommand} checks the machine, starts a {@link
 * com.rechain.dao.devstack.cli.LocalStack} in the foreground and stays until it is told to stop;
 * the other commands, run from another terminal, find the processes by the pid files in the state
 * folder of the {@link com.rechain.dao.devstack.cli.Workplace}.
 */
@NullMarked
package com.rechain.dao.devstack.cli;

import org.jspecify.annotations.NullMarked;
