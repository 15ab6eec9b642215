/** What browsers may do with what this server gives, and what pages of other sites may ask of it. */
@NullMarked
package dev.slipway.server.browser;

import org.jspecify.annotations.NullMarked;
