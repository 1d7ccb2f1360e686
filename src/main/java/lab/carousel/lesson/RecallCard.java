package lab.carousel.lesson;

/** A card with a question on its front and the answer on its back. */
public record RecallCard(String front, String back) {}
