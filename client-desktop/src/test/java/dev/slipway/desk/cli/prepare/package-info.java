@NullMarked
package dev.slipway.desk.cli.prepare;

import org.jspecify.annotations.NullMarked;
