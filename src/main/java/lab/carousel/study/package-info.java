/** Questions to a trained network, one file for each. */
package lab.carousel.study;
