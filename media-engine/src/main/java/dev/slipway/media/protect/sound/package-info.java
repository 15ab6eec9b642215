/** Protection of sound: secret noise at a set distance from the threshold of hearing, and what can be said of it after. */
@NullMarked
package dev.slipway.media.protect.sound;

import org.jspecify.annotations.NullMarked;
