@NullMarked
package dev.slipway.desk.sidebyside;

import org.jspecify.annotations.NullMarked;
