/** Plain JDBC on the primary: columns, transactions. */
@NullMarked
package com.rechain.dao.voting.sql;

import org.jspecify.annotations.NullMarked;
