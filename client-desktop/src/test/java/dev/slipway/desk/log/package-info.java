@NullMarked
package dev.slipway.desk.log;

import org.jspecify.annotations.NullMarked;
