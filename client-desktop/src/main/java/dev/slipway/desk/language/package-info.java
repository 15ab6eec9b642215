/** English and Russian: texts with plural forms, sizes and times as each writes them, switched while running. */
@NullMarked
package dev.slipway.desk.language;

import org.jspecify.annotations.NullMarked;
