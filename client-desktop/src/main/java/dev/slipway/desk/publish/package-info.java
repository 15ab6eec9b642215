/**
 * A file becomes a publication: probe, prepare, draft, sign, pay, upload, complete. Every step notes what it did in a
 * journal, so that a killed desk goes on where it was and never pays twice.
 */
@NullMarked
package dev.slipway.desk.publish;

import org.jspecify.annotations.NullMarked;
