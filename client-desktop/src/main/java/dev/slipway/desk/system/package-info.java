/** What the operating system does for the window: opens links, tells the person, stays awake. */
@NullMarked
package dev.slipway.desk.system;

import org.jspecify.annotations.NullMarked;
