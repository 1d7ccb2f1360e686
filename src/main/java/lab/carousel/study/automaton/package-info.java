/** Finite automata: the one that a task asks for, and the one that a network has become. */
package lab.carousel.study.automaton;
