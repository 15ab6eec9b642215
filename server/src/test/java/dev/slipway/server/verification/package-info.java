/** Decodes what was stored, in a worker process, and compares it with the signed manifest. */
@NullMarked
package dev.slipway.server.verification;

import org.jspecify.annotations.NullMarked;
