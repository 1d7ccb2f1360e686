/** Which values a setting can have, with their words, bounds and slider. */
@NullMarked
package lab.carousel.model.domain;

import org.jspecify.annotations.NullMarked;
