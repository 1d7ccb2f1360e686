package lab.carousel.file.study;

/** An axis as typed; an empty name varies nothing. */
public record TypedAxis(String name, String values) {}
