/** All publications of this desk, and the ways in for new ones: a dialog, a drop, the command line. */
@NullMarked
package dev.slipway.desk.library;

import org.jspecify.annotations.NullMarked;
