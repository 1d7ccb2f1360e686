/** Which values a setting can have, with their words, bounds and slider. */
package lab.carousel.model.domain;
