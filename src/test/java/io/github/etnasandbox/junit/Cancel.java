package io.github.etnasandbox.junit;

import io.github.etnasandbox.world.World;
import kong.unirest.core.Unirest;

/** Cancels orders over HTTP: the documentation's outstanding one, which works once in each world, or another. */
final class Cancel {
    private Cancel() {}

    static int in(World world) {
        return order(world, 73552);
    }

    static int order(World world, int id) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + id)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty()
                .getStatus();
    }
}
