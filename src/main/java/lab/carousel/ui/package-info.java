/** The window. Nothing of JavaFX is used outside this package. */
package lab.carousel.ui;
