/** How the window was left, from one start of the program to the next. */
package lab.carousel.file.window;
