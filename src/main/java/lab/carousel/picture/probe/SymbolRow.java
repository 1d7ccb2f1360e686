package lab.carousel.picture.probe;

import java.util.List;

/**
 * A further symbol for each step.
 *
 * @param symbols one for each step; empty where there is none
 */
public record SymbolRow(String title, List<String> symbols) {}
