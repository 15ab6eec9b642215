/** Signing in, and who is signed in: bodies of {@code /api/auth} and {@code /api/account}. */
@NullMarked
package dev.slipway.model.identity;

import org.jspecify.annotations.NullMarked;
