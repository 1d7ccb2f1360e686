/** What a network with given parameters does at each step of a task. */
@NullMarked
package lab.carousel.model.trace;

import org.jspecify.annotations.NullMarked;
