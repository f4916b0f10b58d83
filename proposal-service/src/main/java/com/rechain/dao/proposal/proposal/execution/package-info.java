/**
 * Carrying out what was decided: a scheduler in every instance leases due proposals, {@code
 * ActionRunner} carries out their actions one after another, and every attempt is kept.
 */
@NullMarked
package com.rechain.dao.proposal.proposal.execution;

import org.jspecify.annotations.NullMarked;
