/** What is looked at: one unit at one step, the same for all places on the screen. */
package lab.carousel.ui.selection;
