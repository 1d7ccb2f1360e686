/** What is worked on: its state, the history of edits, and the file it came from. */
@NullMarked
package lab.carousel.ui.project;

import org.jspecify.annotations.NullMarked;
