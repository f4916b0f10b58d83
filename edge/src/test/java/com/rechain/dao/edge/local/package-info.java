/** The local stand-in for the distribution, in front of an origin that counts. */
@NullMarked
package com.rechain.dao.edge.local;

import org.jspecify.annotations.NullMarked;
