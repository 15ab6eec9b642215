/** What any text has to keep to that people read here. */
@NullMarked
package dev.slipway.model.text;

import org.jspecify.annotations.NullMarked;
