/** Drawings on the screen. */
package lab.carousel.ui.drawing;
