/** The one kit for drawing: drawings that fit any room, their axes, curves, cells and marks. Needs no display and knows nothing of JavaFX. */
package lab.carousel.drawing;
