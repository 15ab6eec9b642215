/** What is found out of the pictures: their times, fields, traits, and samples of them. */
@NullMarked
package dev.slipway.media.probe.picture;

import org.jspecify.annotations.NullMarked;
