/** What a person chose of the window, kept from one start to the next. */
@NullMarked
package dev.slipway.desk.settings;

import org.jspecify.annotations.NullMarked;
