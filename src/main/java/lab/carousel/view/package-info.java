/** Views of a network: what can be chosen, and the answer as a drawing and sentences. Window, page, report and command line follow from them. */
package lab.carousel.view;
