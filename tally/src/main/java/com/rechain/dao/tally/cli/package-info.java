/**
 * The command line: a file with rules and ballots in, the result as canonical JSON out. The flow:
 * {@link com.rechain.dao.tally.cli.TallyMain} has {@link com.rechain.dao.tally.cli.VoteFile} read
 * the file as a stream, which counts as it goes.
 */
@NullMarked
package com.rechain.dao.tally.cli;

import org.jspecify.annotations.NullMarked;
