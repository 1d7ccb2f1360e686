/** Experiments as programs for Keras, PyTorch and Deeplearning4j, which run without this one. */
package lab.carousel.file.code;
