/** What a run tells of a film in a file beside it. */
@NullMarked
package dev.slipway.media.prepare.report;

import org.jspecify.annotations.NullMarked;
