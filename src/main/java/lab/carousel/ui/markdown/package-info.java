/** Markdown on the screen: the texts of lessons and the pages of the manual. */
@NullMarked
package lab.carousel.ui.markdown;

import org.jspecify.annotations.NullMarked;
