/** Who may do what, for every route and every role, by one table: {@code authorisation.txt}. */
@NullMarked
package dev.slipway.server.authorisation;

import org.jspecify.annotations.NullMarked;
