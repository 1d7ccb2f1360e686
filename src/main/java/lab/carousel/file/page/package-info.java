/** A run as one page of HTML that shows, replays and trains. */
@NullMarked
package lab.carousel.file.page;

import org.jspecify.annotations.NullMarked;
