/** What browsers are told, and what pages of other sites may do. */
@NullMarked
package dev.slipway.server.browser;

import org.jspecify.annotations.NullMarked;
