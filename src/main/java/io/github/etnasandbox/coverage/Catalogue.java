package io.github.etnasandbox.coverage;

import io.github.etnasandbox.world.Dialect;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that an application can meet. */
@FunctionalInterface
public interface Catalogue {
    /** Returns the answers of a dialect, in the order in which they are documented. */
    List<Row> answers(Dialect dialect);

    /** Returns the rows of some dialects, each once: the answers, then the incidents. */
    default List<Row> rows(Iterable<Dialect> dialects) {
        Set<Row> rows = new LinkedHashSet<>();
        dialects.forEach(dialect -> rows.addAll(answers(dialect)));
        rows.addAll(Arrays.asList(Incident.values()));
        return List.copyOf(rows);
    }
}
