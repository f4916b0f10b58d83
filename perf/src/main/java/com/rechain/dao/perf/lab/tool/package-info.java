/** The load tools: what they are told, how they are run, and what they leave behind. */
@NullMarked
package com.rechain.dao.perf.lab.tool;

import org.jspecify.annotations.NullMarked;
