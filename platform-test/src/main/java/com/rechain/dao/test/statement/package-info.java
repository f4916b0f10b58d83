/**
 * The statements that the services under test issue, as they issue them. Two listeners keep two
 * things: {@link com.rechain.dao.test.statement.Recorder} the text that was prepared, with the
 * class that it is from, because {@code ./dao perf queries} tries it with values of its own; {@link
 * com.rechain.dao.test.statement.StatementLog} the text with the values in it, because on them
 * depends which shards it goes to. {@link com.rechain.dao.test.statement.WrittenSql} is what stands
 * in the code, whether it was issued or not.
 */
@NullMarked
package com.rechain.dao.test.statement;

import org.jspecify.annotations.NullMarked;
