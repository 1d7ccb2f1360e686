/** Taking pictures and numbers out of the window. */
package lab.carousel.ui.export;
