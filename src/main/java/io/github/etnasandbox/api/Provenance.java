package io.github.etnasandbox.api;

/** How it is known that the API answers so. */
public enum Provenance {
    /** The broker's documentation says so. */
    DOCUMENTED,
    /** The framework that the documented bodies give away answers so by itself. */
    FRAMEWORK,
    /** Nothing says so; it is the most likely reading of what is documented nearby. */
    ASSUMED
}
