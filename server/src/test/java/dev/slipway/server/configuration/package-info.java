/** Settings, arguments and keys. */
@NullMarked
package dev.slipway.server.configuration;

import org.jspecify.annotations.NullMarked;
