/** What the signer lets itself be told. */
@NullMarked
package dev.slipway.desk.signer.vault;

import org.jspecify.annotations.NullMarked;
