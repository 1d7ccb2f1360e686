/** Controls that places share: fields for what is typed with what is wrong with it, and the choice of a state. */
@NullMarked
package lab.carousel.ui.controls;

import org.jspecify.annotations.NullMarked;
