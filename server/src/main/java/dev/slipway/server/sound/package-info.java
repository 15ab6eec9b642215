/** Has the sound of publications judged by a program of the operator's. */
@NullMarked
package dev.slipway.server.sound;

import org.jspecify.annotations.NullMarked;
