/** What goes wrong on the desk, in the words and codes that the whole of Slipway shares. */
@NullMarked
package dev.slipway.desk.problem;

import org.jspecify.annotations.NullMarked;
