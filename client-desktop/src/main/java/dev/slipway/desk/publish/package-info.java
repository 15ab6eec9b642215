/** A file becomes a publication in one go: looked into, prepared and launched, with a folder of its own that goes on. */
@NullMarked
package dev.slipway.desk.publish;

import org.jspecify.annotations.NullMarked;
