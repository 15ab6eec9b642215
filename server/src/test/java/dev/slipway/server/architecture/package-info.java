/** The rules of the server's structure, each shown to catch a case that breaks it. */
@NullMarked
package dev.slipway.server.architecture;

import org.jspecify.annotations.NullMarked;
