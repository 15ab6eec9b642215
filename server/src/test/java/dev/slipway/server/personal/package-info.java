/** What is told to a person of what is kept, and what is left when they go. */
@NullMarked
package dev.slipway.server.personal;

import org.jspecify.annotations.NullMarked;
