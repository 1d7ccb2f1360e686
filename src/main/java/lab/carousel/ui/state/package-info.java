/** The panel of the hidden state, and the traces that it and other views show. */
package lab.carousel.ui.state;
