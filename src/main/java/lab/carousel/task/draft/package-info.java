/** What is being typed: symbols and sequences that may still be wrong, what is wrong with them, and what would mend it. */
package lab.carousel.task.draft;
