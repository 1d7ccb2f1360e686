/** Fonts, and the light and the dark look of the window. */
package lab.carousel.ui.theme;
