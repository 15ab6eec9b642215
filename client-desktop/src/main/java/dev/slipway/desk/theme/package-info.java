/** Light and dark in look.md's colours, following the system or chosen. */
@NullMarked
package dev.slipway.desk.theme;

import org.jspecify.annotations.NullMarked;
