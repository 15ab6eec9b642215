/** Picture files that a person chooses, such as an avatar: read by content, turned upright, cropped, written anew. */
@NullMarked
package dev.slipway.media.image;

import org.jspecify.annotations.NullMarked;
