/** A file becomes a folder of finished artifacts: what a person may choose, and the engine that does it. */
@NullMarked
package dev.slipway.desk.prepare;

import org.jspecify.annotations.NullMarked;
