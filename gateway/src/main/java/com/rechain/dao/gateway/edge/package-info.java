/** What is checked, limited, stripped and added at the edge. */
@NullMarked
package com.rechain.dao.gateway.edge;

import org.jspecify.annotations.NullMarked;
