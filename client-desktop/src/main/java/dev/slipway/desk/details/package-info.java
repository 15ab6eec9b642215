/** The second section of a publication: title, description, hashtags and the author, checked as they are typed. */
@NullMarked
package dev.slipway.desk.details;

import org.jspecify.annotations.NullMarked;
