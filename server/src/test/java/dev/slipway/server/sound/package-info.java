@NullMarked
package dev.slipway.server.sound;

import org.jspecify.annotations.NullMarked;
