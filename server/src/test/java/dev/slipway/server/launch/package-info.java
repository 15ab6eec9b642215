/** The way of a publication against a real database and queue; the outcomes of checks are scripted. */
@NullMarked
package dev.slipway.server.launch;

import org.jspecify.annotations.NullMarked;
