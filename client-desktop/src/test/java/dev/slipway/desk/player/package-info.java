@NullMarked
package dev.slipway.desk.player;

import org.jspecify.annotations.NullMarked;
