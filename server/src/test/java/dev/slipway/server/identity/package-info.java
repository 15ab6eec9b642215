@NullMarked
package dev.slipway.server.identity;

import org.jspecify.annotations.NullMarked;
