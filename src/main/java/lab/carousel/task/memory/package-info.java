/** What a task asks of a memory under a set-up: contexts, steps that nobody can know, and forks. */
@NullMarked
package lab.carousel.task.memory;

import org.jspecify.annotations.NullMarked;
