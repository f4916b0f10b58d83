/**
 * Who may vote with which weight at an instant: one person's power explained, and the whole
 * electorate exported.
 */
@NullMarked
package com.rechain.dao.user.electorate;

import org.jspecify.annotations.NullMarked;
