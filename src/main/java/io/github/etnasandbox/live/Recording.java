package io.github.etnasandbox.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in a world, as far back as the request journal goes.
 *
 * @param beginning the last step before; null when the world has been recorded since it began with its seed
 * @param steps what came then, in the order in which it was applied
 */
public record Recording(@Nullable Step beginning, List<Step> steps) {
    public Recording {
        steps = List.copyOf(steps);
    }
}
