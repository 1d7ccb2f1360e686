/** Experiments as programs for Keras, PyTorch and Deeplearning4j, which run without this one. */
@NullMarked
package lab.carousel.file.code;

import org.jspecify.annotations.NullMarked;
