/**
 * The reference engine: Deeplearning4j's own network, gradients and updaters, with its truncated backpropagation
 * mended. The one place, together with the model zip, that knows Deeplearning4j.
 */
package lab.carousel.engine.dl4j;
