/** What the features share in talking to the database. */
@NullMarked
package com.rechain.dao.user.database;

import org.jspecify.annotations.NullMarked;
