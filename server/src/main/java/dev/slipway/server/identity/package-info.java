/** Who is who: accounts and the identities that they own, signing in with a wallet (EIP-4361), sessions, roles. */
@NullMarked
package dev.slipway.server.identity;

import org.jspecify.annotations.NullMarked;
