/**
 * Who may vote with whose weight. {@link com.rechain.dao.tally.power.Checkpoints} say what somebody
 * weighs at an instant. {@link com.rechain.dao.tally.power.Occasion} picks for each owner the
 * {@link com.rechain.dao.tally.power.Delegation delegations} that are in force for one proposal;
 * {@link com.rechain.dao.tally.power.Flows} follows them into {@link
 * com.rechain.dao.tally.power.Flow flows}, once, when the electorate is frozen. From then on only
 * direct votes change anything: {@link com.rechain.dao.tally.power.Carried} says which ballot
 * carries what after any of them. The weight that is counted is, in every order of voting and
 * overriding, the weight that was reached.
 */
@NullMarked
package com.rechain.dao.tally.power;

import org.jspecify.annotations.NullMarked;
