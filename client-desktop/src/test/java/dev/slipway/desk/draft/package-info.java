/** What is kept of publications in preparation. */
@NullMarked
package dev.slipway.desk.draft;

import org.jspecify.annotations.NullMarked;
