/** Mail, taken by a mail server of the test. */
@NullMarked
package dev.slipway.server.mail;

import org.jspecify.annotations.NullMarked;
