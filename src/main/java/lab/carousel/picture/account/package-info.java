/** The account of a unit at a step as a diagram and as equations with the numbers put in, for the screen and for export. */
package lab.carousel.picture.account;
