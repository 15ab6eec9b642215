/** What a killed desk must not forget of a publication, on disk. */
@NullMarked
package dev.slipway.desk.publish.journal;

import org.jspecify.annotations.NullMarked;
