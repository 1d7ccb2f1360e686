/** What teacher and students write about what they see. */
@NullMarked
package lab.carousel.ui.notes;

import org.jspecify.annotations.NullMarked;
