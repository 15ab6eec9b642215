@NullMarked
package dev.slipway.desk.profile;

import org.jspecify.annotations.NullMarked;
