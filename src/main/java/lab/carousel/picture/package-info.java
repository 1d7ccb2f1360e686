/**
 * What is drawn with the kit of {@link lab.carousel.drawing}, a folder for each subject.
 */
package lab.carousel.picture;
