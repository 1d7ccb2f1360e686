/** The window, in JavaFX: a folder for each place on the screen. Nothing of JavaFX stands outside it. */
package lab.carousel.ui;
