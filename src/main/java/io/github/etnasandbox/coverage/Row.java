package io.github.etnasandbox.coverage;

import io.github.etnasandbox.journal.Exchange.Rule;

/**
 * Something that an application can meet and has to cope with: an answer of the API, or an {@link Incident}. Rows are
 * constants, so that they are counted by their identity.
 */
public interface Row {
    /** Its name, the status that is sent, 0 for none of its own, when it is met, and where that is known from. */
    Rule rule();

    /** How a tester has an application meet it. */
    Recipe recipe();
}
