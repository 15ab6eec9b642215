@NullMarked
package dev.slipway.desk.library;

import org.jspecify.annotations.NullMarked;
