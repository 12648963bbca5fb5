/**
 * The API's resources as JSON: their keys, in the documented order, and how each is spelt. Fixtures are written in it as
 * well as answers. Starts at {@link io.github.etnasandbox.resource.OrderKey}; depends on the domain and on the spelling of
 * JSON.
 */
@NullMarked
package io.github.etnasandbox.resource;

import org.jspecify.annotations.NullMarked;
