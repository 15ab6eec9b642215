/** Brings finished files to the server over tus 1.0, from the last byte that arrived. */
@NullMarked
package dev.slipway.desk.upload;

import org.jspecify.annotations.NullMarked;
