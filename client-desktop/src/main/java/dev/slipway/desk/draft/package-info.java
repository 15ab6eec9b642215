/** Publications in preparation, as they are kept in the desk's database. */
@NullMarked
package dev.slipway.desk.draft;

import org.jspecify.annotations.NullMarked;
