/** The signer process, started and killed for real. */
@NullMarked
package dev.slipway.desk.signer;

import org.jspecify.annotations.NullMarked;
