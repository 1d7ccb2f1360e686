/** What the task asks of a memory, fork by fork, and how much of it the network has. */
@NullMarked
package lab.carousel.ui.forks;

import org.jspecify.annotations.NullMarked;
