package io.github.etnasandbox.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * Something in one of JUnit's stores that JUnit closes when the store's context ends. Until 5.12 it knows what to close by
 * an interface of its own, from 5.13 on by {@link AutoCloseable}.
 */
@SuppressWarnings("deprecation")
interface ClosedByJUnit extends CloseableResource, AutoCloseable {
    @Override
    void close();
}
