/** The page at which moderators work. What it shows it asks for over REST, with the moderator's own token. */
@NullMarked
package dev.slipway.server.console;

import org.jspecify.annotations.NullMarked;
