/**
 * The LSTM as pure functions: what an experiment is, its parameters and their order, the equations of a step, and what a
 * network with given parameters does on a task.
 */
package lab.carousel.model;
