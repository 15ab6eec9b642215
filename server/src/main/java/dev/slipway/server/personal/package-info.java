/** What is kept about a person: told to them whole, and erased when they wish. */
@NullMarked
package dev.slipway.server.personal;

import org.jspecify.annotations.NullMarked;
