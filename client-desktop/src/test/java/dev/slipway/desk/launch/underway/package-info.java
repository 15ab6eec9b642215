@NullMarked
package dev.slipway.desk.launch.underway;

import org.jspecify.annotations.NullMarked;
