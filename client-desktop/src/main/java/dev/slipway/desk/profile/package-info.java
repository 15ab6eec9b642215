/** Who the creator is to viewers, as it is typed; one for the desk, kept for the next publication. */
@NullMarked
package dev.slipway.desk.profile;

import org.jspecify.annotations.NullMarked;
