/** The one service for work that must not hold up the window. */
package lab.carousel.ui.background;
