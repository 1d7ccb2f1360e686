package lab.carousel.ui.lesion;

import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.Message;
import lab.carousel.ui.operation.UnitRanges;

/** Lesions in words. */
final class LesionWords {

    private LesionWords() {}

    /** What a lesion does in a network, in a line. */
    static String of(PlannedLesion lesion, ParameterLayout layout) {
        String letter = lesion.quantity().letter();
        if (lesion.in(layout).isEmpty()) {
            return Message.text("lesion.item.none", letter, lesion.value());
        }
        UnitChoice units = lesion.units();
        String whose = units.all()
                ? Message.text("lesion.item.all")
                : Message.text(
                        "lesion.item.units",
                        UnitRanges.text(units.in(layout), layout),
                        units.in(layout).size());
        return Message.text(
                "lesion.item", letter, lesion.value(), whose, lesion.steps().words());
    }
}
