/** The account of a unit at a step as a diagram and as equations with the numbers put in, for the screen and for export. */
@NullMarked
package lab.carousel.picture.account;

import org.jspecify.annotations.NullMarked;
