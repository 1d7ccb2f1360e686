/** The window, in JavaFX: a folder for each place on the screen. Nothing of JavaFX stands outside it. */
@NullMarked
package lab.carousel.ui;

import org.jspecify.annotations.NullMarked;
