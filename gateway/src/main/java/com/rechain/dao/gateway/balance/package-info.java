/** Ways to spread requests over the instances of a service. */
@NullMarked
package com.rechain.dao.gateway.balance;

import org.jspecify.annotations.NullMarked;
