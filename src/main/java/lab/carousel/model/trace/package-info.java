/** What a network with given parameters does at each step of a task. */
package lab.carousel.model.trace;
