/** The window as it is shown to a room: larger, and with no more on it than is needed. */
package lab.carousel.ui.presenter;
