/** Where the desk keeps what must outlive one command. */
@NullMarked
package dev.slipway.desk.home;

import org.jspecify.annotations.NullMarked;
