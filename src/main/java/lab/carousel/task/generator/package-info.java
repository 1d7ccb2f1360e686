/** Ways to make a task of listed sequences from a few numbers and a seed. */
@NullMarked
package lab.carousel.task.generator;

import org.jspecify.annotations.NullMarked;
