/** Where artifacts are kept: bytes at final random keys, made visible by a database row only. */
@NullMarked
package dev.slipway.server.storage;

import org.jspecify.annotations.NullMarked;
