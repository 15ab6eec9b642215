/** The picture of an author: held against the rules, and made anew so that nothing else of a stranger's file is shown. */
@NullMarked
package dev.slipway.media.avatar;

import org.jspecify.annotations.NullMarked;
