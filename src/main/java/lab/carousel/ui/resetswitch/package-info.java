/** What leaks from one sequence into the next without the reset between them. */
package lab.carousel.ui.resetswitch;
