package io.github.etnasandbox.control;

/** One member that the body of a control request may have; also the key to its value in what was read. */
record Member<T>(String name, boolean required, MemberKind<T> kind) {

    static <T> Member<T> required(String name, MemberKind<T> kind) {
        return new Member<>(name, true, kind);
    }

    static <T> Member<T> optional(String name, MemberKind<T> kind) {
        return new Member<>(name, false, kind);
    }
}
