package io.github.etnasandbox.json;

/** In which words problems are told: files that people write and the bodies of control requests have their own. */
public enum Wording {
    /** Of a file, or a document with what files have. */
    FILE("field", "value"),
    /** Of a request's body. What it may hold differs too, see {@link Kind#inBodies}. */
    BODY("member", "object");

    private final String member;
    private final String root;

    Wording(String member, String root) {
        this.member = member;
        this.root = root;
    }

    /** What a name and its value in an object are called. */
    String member() {
        return member;
    }

    /** What the text as a whole is called. */
    String root() {
        return root;
    }
}
