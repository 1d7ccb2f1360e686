/** Experiments and hyperparameters as JSON. */
package lab.carousel.file.experiment;
