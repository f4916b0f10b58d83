/**
 * Fills a platform with data of any size in minutes: {@link com.rechain.dao.perf.seed.SeedCommand}.
 * What is to be there is a pure function of the sizes and a seed ({@link
 * com.rechain.dao.perf.seed.Layout}); it goes straight into the three schemas, with each service's
 * own account, in inserts of many rows that are a transaction each. Both sides of every event are
 * written, so none is sent. What services hash and count is made by the same code as theirs (module
 * tally), and afterwards {@link com.rechain.dao.perf.seed.Checks} derives all of it again from what
 * the databases hold.
 */
@NullMarked
package com.rechain.dao.perf.seed;

import org.jspecify.annotations.NullMarked;
