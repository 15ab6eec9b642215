/** The desk's whole job on one file: probe, plan, encode, put together, write the manifest. */
@NullMarked
package dev.slipway.media.prepare;

import org.jspecify.annotations.NullMarked;
