package io.github.etnasandbox.control;

/**
 * One member that the body of a control request may have; also the key to its value in what was read.
 *
 * @param name its name, letter case included
 * @param required whether the body cannot do without it
 * @param kind what it may hold
 * @param <T> what its value is read as
 */
record Member<T>(String name, boolean required, MemberKind<T> kind) {

    static <T> Member<T> required(String name, MemberKind<T> kind) {
        return new Member<>(name, true, kind);
    }

    static <T> Member<T> optional(String name, MemberKind<T> kind) {
        return new Member<>(name, false, kind);
    }
}
