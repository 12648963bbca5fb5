package io.github.etnasandbox.account;

/**
 * Names one trading account. It is not a user's id, although the API takes both as plain int32.
 *
 * @param value int32; assigned ids are 1 or more, so 0 and negative values name no account
 */
public record AccountId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
