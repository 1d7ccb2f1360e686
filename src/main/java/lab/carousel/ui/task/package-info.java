/** The task editor: alphabet and sequences are typed here, and seen as the network gets to see them. */
@NullMarked
package lab.carousel.ui.task;

import org.jspecify.annotations.NullMarked;
