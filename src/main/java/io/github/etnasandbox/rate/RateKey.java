package io.github.etnasandbox.rate;

/**
 * Which requests are counted together.
 *
 * @param credential who sends them: the token, or the app key where there is no token yet
 * @param subject what else they have in common: the account, or the user name; empty for nothing
 */
public record RateKey(RateLimit limit, String credential, String subject) {}
