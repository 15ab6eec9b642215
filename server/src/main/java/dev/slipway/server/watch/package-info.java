/** The pages for people: the newest videos, one video's page, and what is shown when there is nothing to show. */
@NullMarked
package dev.slipway.server.watch;

import org.jspecify.annotations.NullMarked;
