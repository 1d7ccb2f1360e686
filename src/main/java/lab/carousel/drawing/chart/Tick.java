package lab.carousel.drawing.chart;

public record Tick(double value, String label) {}
