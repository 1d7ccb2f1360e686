/** Lesions: units are silenced and gates forced, to see what holds the memory. */
package lab.carousel.ui.lesion;
