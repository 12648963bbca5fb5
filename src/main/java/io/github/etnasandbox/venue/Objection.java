package io.github.etnasandbox.venue;

/**
 * Why an order is not one the venue would get to see.
 *
 * @param code the documented code of the validator that objects
 * @param text the code in words
 */
public record Objection(String code, String text) {}
