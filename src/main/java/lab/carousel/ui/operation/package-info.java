/** What the places have in common in which a class operates on the memory of a network. */
package lab.carousel.ui.operation;
