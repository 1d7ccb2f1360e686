/** What is to be learned: symbols, sequences, steps, and what a predictor without memory could reach at best. */
@NullMarked
package lab.carousel.task;

import org.jspecify.annotations.NullMarked;
