/** A person's wish to stop, and waiting that it cuts short. */
@NullMarked
package dev.slipway.desk.cancel;

import org.jspecify.annotations.NullMarked;
