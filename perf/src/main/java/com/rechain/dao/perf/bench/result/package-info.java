/** What a bench found: figures with their spread, verdicts, files, and how two of them compare. */
@NullMarked
package com.rechain.dao.perf.bench.result;

import org.jspecify.annotations.NullMarked;
