/** The whole slipway on one machine: a server of its own, a funded wallet, and the desk's usual publishing. */
@NullMarked
package dev.slipway.desk.demo;

import org.jspecify.annotations.NullMarked;
