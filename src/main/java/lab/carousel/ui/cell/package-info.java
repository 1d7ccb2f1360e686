/** A unit at a step as a diagram and as equations with the numbers put in. */
package lab.carousel.ui.cell;
