/** Experiments and hyperparameters as JSON. */
@NullMarked
package lab.carousel.file.experiment;

import org.jspecify.annotations.NullMarked;
