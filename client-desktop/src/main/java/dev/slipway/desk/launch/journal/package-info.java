/** What a killed desk must not forget of a publication, on disk. */
@NullMarked
package dev.slipway.desk.launch.journal;

import org.jspecify.annotations.NullMarked;
