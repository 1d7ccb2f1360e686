package lab.carousel.file.session;

import java.nio.file.Path;
import java.time.Instant;

/** Session of a program that has ended, with the time of its saving, by the clock of that time. */
public record EndedSession(Path file, Instant when) {}
