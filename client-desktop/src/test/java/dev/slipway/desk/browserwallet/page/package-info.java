/** Requests that the page's server has to turn away. */
@NullMarked
package dev.slipway.desk.browserwallet.page;

import org.jspecify.annotations.NullMarked;
