/**
 * A community to look at: members, weights and proposals in every state, made through the public
 * API like everybody else's.
 */
@NullMarked
package com.rechain.dao.devstack.demo;

import org.jspecify.annotations.NullMarked;
