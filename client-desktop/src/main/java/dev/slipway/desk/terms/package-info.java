/** Is this the server we know, and is this the offer its key signed: checked before anything is signed or paid. */
@NullMarked
package dev.slipway.desk.terms;

import org.jspecify.annotations.NullMarked;
