/** What a proposal does when it succeeds: its actions, checked, frozen and hashed. */
@NullMarked
package com.rechain.dao.proposal.proposal.action;

import org.jspecify.annotations.NullMarked;
