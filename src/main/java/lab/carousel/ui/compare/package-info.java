/** Runs pinned to be compared: their losses, what differs in their experiments, their states. */
@NullMarked
package lab.carousel.ui.compare;

import org.jspecify.annotations.NullMarked;
