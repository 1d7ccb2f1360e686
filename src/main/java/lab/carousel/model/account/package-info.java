/**
 * How the numbers of a unit at a step come about, term by term down to single weights, so that a network can be checked
 * by hand.
 */
package lab.carousel.model.account;
