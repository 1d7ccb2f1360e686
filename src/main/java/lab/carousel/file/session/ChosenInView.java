package lab.carousel.file.session;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is chosen of a view: its key, the name of a choice, and the value. */
public record ChosenInView(String view, String choice, String value) {

    /** Of some views, by their keys and the names of their choices. */
    public static List<ChosenInView> of(Map<String, Map<String, String>> views) {
        return new TreeMap<>(views)
                .entrySet().stream()
                        .flatMap(view -> new TreeMap<>(view.getValue())
                                .entrySet().stream()
                                        .map(each -> new ChosenInView(view.getKey(), each.getKey(), each.getValue())))
                        .toList();
    }
}
