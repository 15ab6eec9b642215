@NullMarked
package dev.slipway.desk.viewers;

import org.jspecify.annotations.NullMarked;
