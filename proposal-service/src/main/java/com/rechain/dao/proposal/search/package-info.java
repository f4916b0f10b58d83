/**
 * Reading proposals: one, its rules and versions, lists and full-text search, cached where public.
 */
@NullMarked
package com.rechain.dao.proposal.search;

import org.jspecify.annotations.NullMarked;
