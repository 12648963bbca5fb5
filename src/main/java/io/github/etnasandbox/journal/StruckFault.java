package io.github.etnasandbox.journal;

/**
 * The fault that a request met.
 *
 * @param id the fault's id in its world
 * @param when {@code before} or {@code after} the request was applied
 * @param effect what it did, such as {@code close}
 */
public record StruckFault(String id, String when, String effect) {}
