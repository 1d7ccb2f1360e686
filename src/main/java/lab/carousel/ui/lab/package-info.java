/** What the window works on: the experiment being edited and the run being watched. */
@NullMarked
package lab.carousel.ui.lab;

import org.jspecify.annotations.NullMarked;
