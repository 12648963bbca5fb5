/**
 * The contract: what the routes of a world take and answer, as an OpenAPI 3.1 or a Swagger 2.0 document. Starts at
 * {@link io.github.etnasandbox.contract.OpenApi}, into which the packages {@code api} and {@code control} put their routes,
 * from the tables by which they answer them. Depends on {@code json}.
 */
@NullMarked
package io.github.etnasandbox.contract;

import org.jspecify.annotations.NullMarked;
