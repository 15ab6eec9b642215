/** What a killed desk finds again, and where. */
@NullMarked
package dev.slipway.desk.launch.journal;

import org.jspecify.annotations.NullMarked;
