/** What the window and its signer process say to each other: one JSON object a line, of bounded length. */
@NullMarked
package dev.slipway.desk.signer.protocol;

import org.jspecify.annotations.NullMarked;
