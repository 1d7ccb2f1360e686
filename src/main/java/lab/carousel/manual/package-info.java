/** The manual inside the program: its pages, their sections and contents. */
package lab.carousel.manual;
