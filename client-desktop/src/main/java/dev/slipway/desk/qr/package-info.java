/** QR codes, for the window and for terminals. */
@NullMarked
package dev.slipway.desk.qr;

import org.jspecify.annotations.NullMarked;
