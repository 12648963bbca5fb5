package io.github.etnasandbox.account;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an account was worth on one day. Immutable.
 *
 * <p>Source: guide page Get Account's History.
 *
 * @param date the day, as its midnight in UTC
 * @param value cash and positions, in the account's currency
 */
public record AccountValue(Instant date, BigDecimal value) {}
