package lab.carousel.view;

/** A line of the table of a judged forecast: the forecast, or a floor. */
public record JudgedRow(String name, String found, String error, String difference, String finding) {}
