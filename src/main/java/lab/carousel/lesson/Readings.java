package lab.carousel.lesson;

import java.util.Optional;

/** What is to be read off the screen, and of the run, by its name; empty if there is none. */
@FunctionalInterface
public interface Readings {

    Optional<Object> read(String name);
}
