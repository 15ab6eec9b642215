/** The signer process: the one place where a key lies in memory, and what it lets itself be asked. */
@NullMarked
package dev.slipway.desk.signer.vault;

import org.jspecify.annotations.NullMarked;
