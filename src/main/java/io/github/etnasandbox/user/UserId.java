package io.github.etnasandbox.user;

/**
 * Names one user.
 *
 * @param value int32; assigned ids are 1 or more
 */
public record UserId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
