/** What a task asks of a memory under a set-up: contexts, steps that nobody can know, and forks. */
package lab.carousel.task.memory;
