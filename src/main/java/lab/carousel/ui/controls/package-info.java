/** Controls that places share: fields for what is typed with what is wrong with it, and the choice of a state. */
package lab.carousel.ui.controls;
