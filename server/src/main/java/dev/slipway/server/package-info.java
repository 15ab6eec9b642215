/** The server. Each direct subpackage is a module (Spring Modulith): its root is its API, what lies deeper is its own. */
@NullMarked
package dev.slipway.server;

import org.jspecify.annotations.NullMarked;
