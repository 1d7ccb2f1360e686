/** Trained networks as files of other programs: written in all formats, read in those of Keras and PyTorch. */
@NullMarked
package lab.carousel.file.model;

import org.jspecify.annotations.NullMarked;
