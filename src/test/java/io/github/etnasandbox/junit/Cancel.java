package io.github.etnasandbox.junit;

import io.github.etnasandbox.world.World;
import kong.unirest.core.Unirest;

/** Cancels the documentation's outstanding order over HTTP, which works once in each world. */
final class Cancel {
    private Cancel() {}

    static int in(World world) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty()
                .getStatus();
    }
}
