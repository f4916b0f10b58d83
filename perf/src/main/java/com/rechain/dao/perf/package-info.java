/**
 * Everything that measures, watches, fills and diagnoses a platform, by {@code ./dao perf} ({@link
 * com.rechain.dao.perf.cli.Perf}) and {@code ./dao bench} ({@link
 * com.rechain.dao.perf.bench.Bench}).
 *
 * <p>All of it works on a {@code platform}, puts load on it with {@code load} (or, in the {@code
 * lab}, with other tools), sees with {@code measure} what that cost and with {@code observe} what
 * went on. On these stand {@code bench}, rows next to peers ({@code peer}); {@code lab}, runs by
 * scenarios that are reconciled; {@code diagnose}, which names the bottleneck of a run, with {@code
 * plant} and {@code agent} to prove it; {@code capacity}, which plans by laws ({@code model});
 * {@code verify}, which compares sets of runs; and, on large data, {@code seed}, {@code queries}
 * and {@code pools}.
 */
@NullMarked
package com.rechain.dao.perf;

import org.jspecify.annotations.NullMarked;
