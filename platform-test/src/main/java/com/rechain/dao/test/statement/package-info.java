/** The statements that the services under test issue, as they issue them. */
@NullMarked
package com.rechain.dao.test.statement;

import org.jspecify.annotations.NullMarked;
