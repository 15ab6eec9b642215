/** Breaks a rule on purpose. */
@NullMarked
package dev.slipway.broken.controller;

import org.jspecify.annotations.NullMarked;
