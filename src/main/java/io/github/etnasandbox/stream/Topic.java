package io.github.etnasandbox.stream;

/**
 * What one subscription is about.
 *
 * @param key the id of the account, the user or the security
 */
record Topic(Entity entity, int key) {
    @Override
    public String toString() {
        return entity.word() + " " + key;
    }
}
