/** Stands in for the server's packages. */
@NullMarked
package dev.slipway.desk.architecture.broken.server;

import org.jspecify.annotations.NullMarked;
