@NullMarked
package dev.slipway.desk.system;

import org.jspecify.annotations.NullMarked;
