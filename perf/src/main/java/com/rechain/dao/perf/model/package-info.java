/** The queueing laws that figures are held against: utilisation, waiting, scalability. */
@NullMarked
package com.rechain.dao.perf.model;

import org.jspecify.annotations.NullMarked;
