package lab.carousel.lesson;

public record RecallCard(String front, String back) {}
