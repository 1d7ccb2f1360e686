/** The command line: trains without a window, with the same core as the window. */
package lab.carousel.cli;
