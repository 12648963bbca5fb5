package io.github.etnasandbox.store;

/**
 * Is told once what became of something handed to a {@link Store}, by a thread of the store, in the order in which a world's
 * things were handed over. It must be quick, throw nothing, and not wait for the store.
 */
public interface Outcome {
    /** It is there after any end of the process. */
    void lasts();

    /** It is not there, and will not be. */
    void failed(StoreException why);
}
