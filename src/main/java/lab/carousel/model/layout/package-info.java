/** Which parameters a network has and their order, and what a unit carries from step to step. */
@NullMarked
package lab.carousel.model.layout;

import org.jspecify.annotations.NullMarked;
