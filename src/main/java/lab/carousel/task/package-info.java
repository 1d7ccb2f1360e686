/** What is to be learned: symbols, sequences, steps, and what a predictor without memory could reach at best. */
package lab.carousel.task;
