/** The transplant: the state of one sequence is put into another. */
package lab.carousel.ui.transplant;
