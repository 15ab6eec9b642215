/** Mail to those who asked for it: what became of their publications, in their language, as plain text. */
@NullMarked
package dev.slipway.server.mail;

import org.jspecify.annotations.NullMarked;
