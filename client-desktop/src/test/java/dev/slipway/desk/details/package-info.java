/** Words that are typed, judged and kept. */
@NullMarked
package dev.slipway.desk.details;

import org.jspecify.annotations.NullMarked;
