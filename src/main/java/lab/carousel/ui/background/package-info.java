/** Work for the screen that is done beside the JavaFX thread. */
package lab.carousel.ui.background;
