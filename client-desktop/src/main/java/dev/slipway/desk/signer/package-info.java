/** The window's side of the signer process: starts it, asks it, hears of its end. No key is ever here. */
@NullMarked
package dev.slipway.desk.signer;

import org.jspecify.annotations.NullMarked;
