/** Carries out what proposals decided about a space, each action once. */
@NullMarked
package com.rechain.dao.user.execution;

import org.jspecify.annotations.NullMarked;
