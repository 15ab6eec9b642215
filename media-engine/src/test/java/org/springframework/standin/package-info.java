/** A stand-in for a framework that the engine must not know. */
@NullMarked
package org.springframework.standin;

import org.jspecify.annotations.NullMarked;
