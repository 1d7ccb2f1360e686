package lab.carousel.ui.hyperparameters;

import java.util.List;

/**
 * A line of the table.
 *
 * @param name   what differs
 * @param values what each experiment has, in their order
 */
public record SettingRow(String name, List<String> values) {}
