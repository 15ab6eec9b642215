/** What is kept of a person's choices. */
@NullMarked
package dev.slipway.desk.settings;

import org.jspecify.annotations.NullMarked;
