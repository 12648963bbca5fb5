package io.github.etnasandbox.venue;

/** Why an order is not one the venue would get to see. */
public record Objection(String code, String text) {}
