/** What is said of a video, without a toolkit. */
@NullMarked
package dev.slipway.desk.video;

import org.jspecify.annotations.NullMarked;
