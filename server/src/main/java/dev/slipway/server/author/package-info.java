/** Who an author is to viewers: kept by wallet, told beside their publications, and not a word where they wish so. */
@NullMarked
package dev.slipway.server.author;

import org.jspecify.annotations.NullMarked;
