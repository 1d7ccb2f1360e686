/** Ways to train an experiment, behind one small interface. */
@NullMarked
package lab.carousel.engine;

import org.jspecify.annotations.NullMarked;
