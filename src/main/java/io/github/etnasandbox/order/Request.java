package io.github.etnasandbox.order;

import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request on an order: to place it, to replace it, to cancel it.
 *
 * @param requestId int32 id of the request, 1 or more
 * @param stateId int32 id of the state record it leaves first, 1 or more
 * @param at when it came
 * @param by who made it; absent when nobody of the API's users did
 */
public record Request(
        int requestId, int stateId, Instant at, @Nullable UserId by) {}
