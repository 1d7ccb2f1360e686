/** The place for studies: many trainings of one question, chosen, run, watched and taken out of the window. */
@NullMarked
package lab.carousel.ui.studies;

import org.jspecify.annotations.NullMarked;
