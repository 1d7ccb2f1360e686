/** Trained networks as Deeplearning4j's own zip archives. */
package lab.carousel.file.model;
