/** Which parameters a network has and their order, and what a unit carries from step to step. */
package lab.carousel.model.layout;
