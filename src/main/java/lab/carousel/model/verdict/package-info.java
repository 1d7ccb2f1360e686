/** How well a network does on a task, and whether that is memory. */
@NullMarked
package lab.carousel.model.verdict;

import org.jspecify.annotations.NullMarked;
