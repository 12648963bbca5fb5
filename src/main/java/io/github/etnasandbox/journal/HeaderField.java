package io.github.etnasandbox.journal;

/**
 * One header field of a message.
 *
 * @param name its name, in the sender's letter case
 * @param value its value, without the white space around it; a credential in a request journal is replaced by
 *     {@code sha256:} and the first eight hexadecimal digits of its hash
 */
public record HeaderField(String name, String value) {}
