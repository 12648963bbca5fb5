/**
 * The API's resources and what testers say of them as JSON: their keys, in their order, and how each is spelt. Fixtures
 * are written in it as well as answers. Starts at {@link io.github.etnasandbox.resource.OrderKey}; depends on the domain and on the spelling of
 * JSON.
 */
@NullMarked
package io.github.etnasandbox.resource;

import org.jspecify.annotations.NullMarked;
