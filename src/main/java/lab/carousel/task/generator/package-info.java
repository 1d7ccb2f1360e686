/** Ways to make a task of listed sequences from a few numbers and a seed. */
package lab.carousel.task.generator;
