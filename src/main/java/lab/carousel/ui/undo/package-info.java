/** Undoing and redoing what was done in the window. */
package lab.carousel.ui.undo;
