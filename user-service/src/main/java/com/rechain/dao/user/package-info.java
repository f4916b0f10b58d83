/**
 * Accounts, sign-in, spaces, members and their voting weights.
 *
 * <p>The main flow: {@link com.rechain.dao.user.credential.RegistrationResource} creates an account
 * with a password; {@link com.rechain.dao.user.login.LoginResource} checks it on the bounded {@link
 * com.rechain.dao.user.password.HashPool}, starts a {@link
 * com.rechain.dao.user.session.SessionService session} and has {@link
 * com.rechain.dao.user.token.AccessTokens} sign an access token that every service can verify.
 * Somebody founds a space through {@link com.rechain.dao.user.space.SpaceResource}, others join
 * through {@link com.rechain.dao.user.membership.MembershipResource}, and each change of weight
 * becomes a checkpoint in the {@link com.rechain.dao.user.weight.WeightLedger}; what members give
 * to others, {@link com.rechain.dao.user.delegation.DelegationResource} keeps likewise. When a vote
 * starts, voting-service fetches everybody's weight at that instant from {@link
 * com.rechain.dao.user.electorate.ElectorateResource}, and the delegations in force. Every change
 * commits together with its event.
 */
@NullMarked
package com.rechain.dao.user;

import org.jspecify.annotations.NullMarked;
