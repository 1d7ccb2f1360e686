/** The window as it is shown to a room: larger, and with no more on it than is needed. */
@NullMarked
package lab.carousel.ui.presenter;

import org.jspecify.annotations.NullMarked;
