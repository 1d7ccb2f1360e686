/** Trained networks as Deeplearning4j's own zip archives. */
@NullMarked
package lab.carousel.file.model;

import org.jspecify.annotations.NullMarked;
