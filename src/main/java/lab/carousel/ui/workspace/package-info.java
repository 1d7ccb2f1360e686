/** What is worked on: it outlives every window, which only shows it. */
package lab.carousel.ui.workspace;
