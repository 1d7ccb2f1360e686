/** Trained networks as files of other programs: written, and all but Deeplearning4j's read. */
@NullMarked
package lab.carousel.file.model;

import org.jspecify.annotations.NullMarked;
