/** The finished files on disk, held against what was signed. */
@NullMarked
package dev.slipway.desk.launch.files;

import org.jspecify.annotations.NullMarked;
