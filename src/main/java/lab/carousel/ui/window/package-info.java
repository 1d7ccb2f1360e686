/** The window: it puts the rooms together, and shows what is worked on. */
package lab.carousel.ui.window;
