/** The transplant: the state of one sequence is put into another. */
@NullMarked
package lab.carousel.ui.transplant;

import org.jspecify.annotations.NullMarked;
