/** The strip under the toolbar that says what happened and what can be done about it. */
@NullMarked
package lab.carousel.ui.notice;

import org.jspecify.annotations.NullMarked;
