/** A session: a zip archive of what is open in a window, as a person saves it, or the program by itself. */
package lab.carousel.file.session;
