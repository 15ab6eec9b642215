/**
 * Finished files become a publication: meet the server, agree on terms, sign, pay, upload, wait for the page. Every step
 * notes what it did in a journal, so that a killed desk goes on where it was and never pays twice.
 */
@NullMarked
package dev.slipway.desk.launch;

import org.jspecify.annotations.NullMarked;
