/** What is heard while a film is looked at, and the clock that its pictures follow. */
@NullMarked
package dev.slipway.media.preview.sound;

import org.jspecify.annotations.NullMarked;
