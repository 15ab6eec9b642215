/** Small controls that several pages are made of, dressed by the stylesheets of the theme. */
@NullMarked
package dev.slipway.desk.control;

import org.jspecify.annotations.NullMarked;
