package io.github.etnasandbox.journal;

/**
 * The documented rule by which a request was answered.
 *
 * @param name its name, such as {@code not-outstanding}
 * @param status the status of its answer
 * @param trigger when it applies, for a person
 * @param provenance {@code documented}, {@code framework} or {@code assumed}
 * @param source where it is documented, or what it is assumed from
 */
public record Rule(String name, int status, String trigger, String provenance, String source) {}
