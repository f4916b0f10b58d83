/**
 * People's accounts: their profile, its public face, and what happens when one is suspended or
 * closed.
 */
@NullMarked
package com.rechain.dao.user.account;

import org.jspecify.annotations.NullMarked;
