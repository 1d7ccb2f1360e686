/** Where two sequences differ inside the network although their inputs are the same. */
package lab.carousel.ui.twosequences;
