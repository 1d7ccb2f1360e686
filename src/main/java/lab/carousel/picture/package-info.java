/**
 * What is drawn with the kit of {@link lab.carousel.drawing}, a folder for each subject.
 */
@NullMarked
package lab.carousel.picture;

import org.jspecify.annotations.NullMarked;
