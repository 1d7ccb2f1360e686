/** A run as a page of paper for the class. */
package lab.carousel.file.handout;
