/** Tries to break the program: files that are damaged on purpose, kills, signals, wild users. See contributing.md. */
package lab.carousel.campaign;
