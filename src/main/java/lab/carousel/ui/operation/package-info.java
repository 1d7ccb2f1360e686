/** What the places have in common in which a class operates on the memory of a network. */
@NullMarked
package lab.carousel.ui.operation;

import org.jspecify.annotations.NullMarked;
