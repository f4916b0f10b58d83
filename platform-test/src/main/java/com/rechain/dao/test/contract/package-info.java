/** What services promise each other, kept in {@code contracts/} and checked by both sides. */
@NullMarked
package com.rechain.dao.test.contract;

import org.jspecify.annotations.NullMarked;
