/** The place where one weight update is gone through in slow motion. */
package lab.carousel.ui.update;
