package lab.carousel.file.session;

import java.util.Map;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.layout.Quantity;
import lab.carousel.view.TwoSequencesView;

public record ChosenSequences(SequencePair sequences, Quantity quantity) {

    /** Of what is chosen in views, by their keys and the names of their choices; what is missing is as at first. */
    public static ChosenSequences of(Map<String, Map<String, String>> inViews) {
        Map<String, String> chosen = inViews.getOrDefault(PlaceName.TWO_SEQUENCES.key(), Map.of());
        return new ChosenSequences(
                new SequencePair(
                        Integer.parseInt(chosen.getOrDefault(TwoSequencesView.FIRST, "1")) - 1,
                        Integer.parseInt(chosen.getOrDefault(TwoSequencesView.SECOND, "2")) - 1),
                Quantity.valueOf(chosen.getOrDefault(TwoSequencesView.QUANTITY, Quantity.CELL_STATE.name())));
    }

    public Map<String, Map<String, String>> chosen() {
        return Map.of(
                PlaceName.TWO_SEQUENCES.key(),
                Map.of(
                        TwoSequencesView.FIRST, Integer.toString(sequences.a() + 1),
                        TwoSequencesView.SECOND, Integer.toString(sequences.b() + 1),
                        TwoSequencesView.QUANTITY, quantity.name()));
    }
}
