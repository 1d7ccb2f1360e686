/** Studies: many trainings of an experiment and its variations, run on all cores. */
@NullMarked
package lab.carousel.study.many;

import org.jspecify.annotations.NullMarked;
