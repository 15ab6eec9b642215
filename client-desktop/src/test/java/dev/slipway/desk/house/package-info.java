@NullMarked
package dev.slipway.desk.house;

import org.jspecify.annotations.NullMarked;
