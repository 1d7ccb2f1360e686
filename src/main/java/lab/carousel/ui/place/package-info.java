/** What every place of the microscope is made of: what it asks, what it shows of the answer, and what stands there without one. */
package lab.carousel.ui.place;
