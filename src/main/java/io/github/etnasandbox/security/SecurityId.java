package io.github.etnasandbox.security;

/**
 * Names one security.
 *
 * @param value int32; assigned ids are 1 or more, so 0 and negative values name no security
 */
public record SecurityId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
