/**
 * Which requests to the API are meant, for those who hold, disturb or look for some. Starts at
 * {@link io.github.etnasandbox.request.RequestPattern}; depends on nothing of the sandbox.
 */
@NullMarked
package io.github.etnasandbox.request;

import org.jspecify.annotations.NullMarked;
